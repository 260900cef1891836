package dev.valuecompass.findings;

import dev.valuecompass.scores.Interval;

/**
 * One claim about one period, and what became of it.
 *
 * @param id unique in the period; commentaries quote it
 * @param topic of the claim, such as {@code Open and proprietary models}
 * @param sentence what is found
 * @param statistic what was computed
 * @param n cases that it rests on
 * @param unit what the cases are, so many as there are
 * @param method how it was computed and decided, with its source; without a full stop
 */
public record Finding(
        String id,
        String topic,
        Verdict verdict,
        Phrase sentence,
        Statistic statistic,
        int n,
        Phrase unit,
        Phrase method) {

    /**
     * A figure.
     *
     * @param name such as {@code Spearman's rho}, with a small letter where the language has them
     * @param value null when it cannot be computed
     * @param interval null when none is given
     * @param p two-sided unless the method says otherwise, as corrected for the number of tests; null without a test
     */
    public record Statistic(Phrase name, Double value, Interval interval, Double p) {
        /** Whether it lies from 0 to 1. */
        public boolean isShare() {
            return name.equals(FigureWords.statistic("share")) || name.equals(FigureWords.statistic("pronounced"));
        }
    }

    /** A claim that nothing can be said about, since figures are missing. */
    static Finding untold(String id, String topic, Phrase reason, Phrase statistic, Phrase unit, Phrase method) {
        return new Finding(
                id, topic, Verdict.CANNOT_BE_TOLD, reason, new Statistic(statistic, null, null, null), 0, unit, method);
    }
}
