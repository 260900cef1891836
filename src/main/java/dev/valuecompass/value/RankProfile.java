package dev.valuecompass.value;

import java.util.List;

/**
 * An order of values whose distances are not known.
 *
 * @param order dimension ids, most important first
 */
public record RankProfile(String id, String name, String system, List<String> order, String source) {}
