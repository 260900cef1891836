package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import java.util.List;

/**
 * The interval of a mean of scores from the intervals of the scores (Zou and Donner 2008, Statistics in Medicine 27,
 * 1693–1702): on each side the distances from the scores to their bounds are added as variances are. It takes the scores
 * for independent; near 0 and 100 it keeps the width that the intervals of the scores have there and resampling has not.
 */
public final class MeanInterval {
    private MeanInterval() {}

    /**
     * @param scores at least one
     * @param intervals one for each, all of one level
     */
    public static Interval of(List<Double> scores, List<Interval> intervals) {
        double mean = 0;
        double below = 0;
        double above = 0;
        for (int d = 0; d < scores.size(); d++) {
            mean += scores.get(d) / scores.size();
            below += StrictMath.pow(scores.get(d) - intervals.get(d).low(), 2);
            above += StrictMath.pow(intervals.get(d).high() - scores.get(d), 2);
        }
        return new Interval(
                mean - Math.sqrt(below) / scores.size(),
                mean + Math.sqrt(above) / scores.size(),
                intervals.get(0).level());
    }

    /** The bounds that reach farther on each side. */
    public static Interval wider(Interval one, Interval other) {
        return new Interval(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()), one.level());
    }
}
