package dev.valuecompass.items.adaem;

import dev.valuecompass.items.ContaminationGuard;
import java.util.List;
import java.util.Map;

/**
 * What earlier periods leave to a round beside its arms.
 *
 * @param best by the topic's id its best questions of the last period, which are examples again
 * @param echoes knows every published text, and learns those of the round: none may return
 * @param shown so many published questions an explorer sees, the nearest to its topic
 */
public record Earlier(Map<String, List<Shot>> best, ContaminationGuard echoes, int shown) {}
