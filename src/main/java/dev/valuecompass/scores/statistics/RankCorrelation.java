package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Spearman's rank correlation with its interval: Fisher's z with the standard error {@code √((1 + ρ²/2)/(n − 3))} of
 * Bonett and Wright (2000, Psychometrika 65, 23–28).
 *
 * @param rho null when a side has no differences or there are fewer than three pairs
 * @param interval null when rho is, or n is below five
 */
public record RankCorrelation(Double rho, int n, Interval interval) {
    private static final double ERRORS = 0.05;
    private static final int FEWEST = 3;
    private static final int FEWEST_FOR_INTERVAL = 5;
    private static final double ALMOST_ONE = 0.9999;

    /** @param level of the interval, in (0, 1) */
    public static RankCorrelation of(double[] x, double[] y, double level) {
        double rho = x.length < FEWEST ? Double.NaN : new SpearmansCorrelation().correlation(x, y);
        return Double.isNaN(rho)
                ? new RankCorrelation(null, x.length, null)
                : new RankCorrelation(rho, x.length, interval(rho, x.length, level));
    }

    /** Whether it is above 0 by more than chance, at 5 % for as many correlations together (Bonferroni). @param among one or more */
    public boolean isAbove0(int among) {
        Interval together = rho == null ? null : interval(rho, n, 1 - ERRORS / among);
        return together != null && together.low() > 0;
    }

    /** @return null when n is below five */
    static Interval interval(double rho, int n, double level) {
        if (n < FEWEST_FOR_INTERVAL) {
            return null;
        }
        double bounded = Math.max(-ALMOST_ONE, Math.min(ALMOST_ONE, rho));
        double middle = 0.5 * StrictMath.log((1 + bounded) / (1 - bounded));
        double half = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2)
                * Math.sqrt((1 + rho * rho / 2) / (n - 3));
        return new Interval(StrictMath.tanh(middle - half), StrictMath.tanh(middle + half), level);
    }
}
