package dev.valuecompass.recognition;

import java.util.List;

/**
 * One answer seen from one dimension.
 *
 * @param strength how strongly the label holds, in [0, 1]
 * @param evidence where in the answer it shows; empty for {@link Label#NOT}
 */
public record Judgement(String dimension, Label label, double strength, List<Evidence> evidence) {}
