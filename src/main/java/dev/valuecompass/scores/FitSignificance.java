package dev.valuecompass.scores;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** What a rank correlation over few dimensions can and cannot say, two-sided at the level of 5 %. */
public final class FitSignificance {
    private static final double LEVEL = 0.05;
    /** Exact critical values of Spearman's rho for n = 5 to 10 (Zar 1972, J. Am. Stat. Assoc. 67, 578–580). */
    private static final double[] EXACT = {1.000, 0.886, 0.786, 0.738, 0.700, 0.648};

    private static final int FEWEST = 5;

    /** Without a source of random numbers, which a new one would seed each time. */
    private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution(null, 0, 1);

    private FitSignificance() {}

    /**
     * The least absolute value that chance alone produces less than once in twenty times; beyond n = 10 by Student's t.
     *
     * @param n dimensions compared
     * @return null when n is so small that not even a perfect order is improbable enough
     */
    public static Double criticalRho(int n) {
        if (n < FEWEST) {
            return null;
        }
        if (n < FEWEST + EXACT.length) {
            return EXACT[n - FEWEST];
        }
        double t = new TDistribution(n - 2).inverseCumulativeProbability(1 - LEVEL / 2);
        return t / Math.sqrt(n - 2 + t * t);
    }

    /**
     * The same for several claims of which none shall come by chance more often than that together (Bonferroni).
     *
     * @param n dimensions compared, in each
     * @param claims one or more
     */
    public static Double criticalRho(int n, int claims) {
        Double single = criticalRho(n);
        if (single == null || claims == 1) {
            return single;
        }
        // A perfect order or its reverse, out of n! orders.
        if (2 / CombinatoricsUtils.factorialDouble(n) > LEVEL / claims) {
            return null;
        }
        double t = new TDistribution(n - 2).inverseCumulativeProbability(1 - LEVEL / claims / 2);
        return Math.max(single, t / Math.sqrt(n - 2 + t * t));
    }

    /**
     * Whether two fits of one model differ by more than chance (Meng, Rosenthal and Rubin 1992, Psychological Bulletin
     * 111, 172–175, for two correlations that share a variable). Of many fits the best may be held against the second: that it
     * was chosen for being the best makes the two-sided test no less sure (Gutmann and Maymin 1987, Annals of Statistics 15).
     *
     * @param first fit with one culture, in [−1, 1]
     * @param second fit with another one
     * @param between fit of the two cultures with each other
     * @param n dimensions compared
     */
    public static boolean separable(double first, double second, double between, int n) {
        if (n <= 3 || first == second || between >= 1) {
            return false;
        }
        double square = (first * first + second * second) / 2;
        if (square >= 1) {
            return false;
        }
        double f = Math.min(1, (1 - between) / (2 * (1 - square)));
        double h = (1 - f * square) / (1 - square);
        double z = (fisher(first) - fisher(second)) * Math.sqrt((n - 3) / (2 * (1 - between) * h));
        return 2 * STANDARD_NORMAL.cumulativeProbability(-Math.abs(z)) < LEVEL;
    }

    /** A perfect correlation would be infinitely far from every other one; so many decimals no ten ranks can show. */
    private static double fisher(double r) {
        double bounded = Math.max(-0.9999, Math.min(0.9999, r));
        return 0.5 * StrictMath.log((1 + bounded) / (1 - bounded));
    }
}
