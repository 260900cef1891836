package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The mean of paired differences with Student's interval (1908).
 *
 * @param n differences
 * @param p two-sided; null with the interval
 * @param interval null with fewer than two differences
 */
public record MeanChange(double mean, int n, Double p, Interval interval) {

    /** @param differences at least one; @param level of the interval, in (0, 1) */
    public static MeanChange of(double[] differences, double level) {
        int n = differences.length;
        double mean = StatUtils.mean(differences);
        if (n < 2) {
            return new MeanChange(mean, n, null, null);
        }
        TDistribution t = new TDistribution(null, n - 1);
        double error = Math.sqrt(StatUtils.variance(differences) / n);
        double half = t.inverseCumulativeProbability((1 + level) / 2) * error;
        double p = error == 0 ? (mean == 0 ? 1 : 0) : 2 * t.cumulativeProbability(-Math.abs(mean) / error);
        return new MeanChange(mean, n, p, new Interval(mean - half, mean + half, level));
    }
}
