package dev.valuecompass.findings;

import dev.valuecompass.scores.Interval;

/**
 * One claim about one period, and what became of it.
 *
 * @param id unique in the period; commentaries quote it
 * @param topic of the claim, such as {@code Open and proprietary models}
 * @param sentence what is found, for people
 * @param statistic what was computed
 * @param n cases that it rests on
 * @param unit what the cases are, in the plural
 * @param method how it was computed and decided, with its source
 */
public record Finding(
        String id,
        String topic,
        Verdict verdict,
        String sentence,
        Statistic statistic,
        int n,
        String unit,
        String method) {

    /**
     * A figure.
     *
     * @param name such as {@code Spearman's rho}
     * @param value null when it cannot be computed
     * @param interval null when none is given
     * @param p two-sided unless the method says otherwise, as corrected for the number of tests; null without a test
     */
    public record Statistic(String name, Double value, Interval interval, Double p) {}

    /** A claim that nothing can be said about, since figures are missing. */
    public static Finding untold(String id, String topic, String reason, String statistic, String unit, String method) {
        return new Finding(
                id, topic, Verdict.CANNOT_BE_TOLD, reason, new Statistic(statistic, null, null, null), 0, unit, method);
    }
}
