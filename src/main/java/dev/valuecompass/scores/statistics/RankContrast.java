package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Two groups compared by ranks (Mann and Whitney 1947), with Cliff's delta as the size of the effect.
 *
 * @param n1 size of the first group
 * @param n2 size of the second
 * @param u pairs in which the first group's member is higher, ties counting half
 * @param delta Cliff's delta {@code 2u/(n1·n2) − 1}, in [−1, 1]; above 0 when the first group is higher
 * @param p two-sided, exact over all ways to divide the values among the groups, ties included; beyond 80 values by the
 *     normal approximation with the variance of tied ranks
 * @param interval of delta by its consistent variance (Cliff 1993, Psychological Bulletin 114, 494–509); null when a
 *     group has fewer than two members
 */
public record RankContrast(int n1, int n2, double u, double delta, double p, Interval interval) {
    private static final int MOST_EXACT = 80;

    /**
     * @param first at least one value
     * @param second at least one value
     * @param level of the interval, in (0, 1)
     */
    public static RankContrast of(double[] first, double[] second, double level) {
        double u = 0;
        for (double x : first) {
            for (double y : second) {
                u += dominance(x, y) / 2 + 0.5;
            }
        }
        double delta = 2 * u / (first.length * second.length) - 1;
        return new RankContrast(
                first.length, second.length, u, delta, p(first, second), interval(first, second, delta, level));
    }

    private static double dominance(double x, double y) {
        return Double.compare(x, y);
    }

    /** Of the sum of ranks in the first group, whose permutation variance is {@code mn/(N(N − 1)) · Σ(rank − mean)²}. */
    private static double approximate(double[] ranks, int first) {
        double mean = (ranks.length + 1) / 2.0;
        double squares = 0;
        double observed = 0;
        for (int i = 0; i < ranks.length; i++) {
            squares += (ranks[i] - mean) * (ranks[i] - mean);
            observed += i < first ? ranks[i] : 0;
        }
        double n = ranks.length;
        double deviation = Math.sqrt(first * (n - first) / (n * (n - 1)) * squares);
        double z = deviation == 0 ? 0 : Math.abs(observed - first * mean) / deviation;
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    }

    /** Twice the mid-ranks are whole numbers, so the ways to reach each sum of ranks can be counted. */
    private static double p(double[] first, double[] second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        double[] ranks = new NaturalRanking().rank(all);
        if (all.length > MOST_EXACT) {
            return approximate(ranks, first.length);
        }
        int sum = 0;
        int observed = 0;
        for (int i = 0; i < all.length; i++) {
            int doubled = (int) Math.round(2 * ranks[i]);
            sum += doubled;
            observed += i < first.length ? doubled : 0;
        }
        double[][] ways = new double[first.length + 1][sum + 1];
        ways[0][0] = 1;
        for (double rank : ranks) {
            int doubled = (int) Math.round(2 * rank);
            for (int k = first.length; k >= 1; k--) {
                for (int s = sum; s >= doubled; s--) {
                    ways[k][s] += ways[k - 1][s - doubled];
                }
            }
        }
        double expected = first.length * (all.length + 1.0);
        double far = Math.abs(observed - expected);
        double total = 0;
        double extreme = 0;
        for (int s = 0; s <= sum; s++) {
            total += ways[first.length][s];
            extreme += Math.abs(s - expected) >= far - 1e-9 ? ways[first.length][s] : 0;
        }
        return extreme / total;
    }

    private static Interval interval(double[] first, double[] second, double delta, double level) {
        int m = first.length;
        int n = second.length;
        if (m < 2 || n < 2) {
            return null;
        }
        double rows = 0;
        double squares = 0;
        for (double x : first) {
            double row = 0;
            for (double y : second) {
                row += dominance(x, y) / n;
                squares += StrictMath.pow(dominance(x, y) - delta, 2);
            }
            rows += (row - delta) * (row - delta);
        }
        double columns = 0;
        for (double y : second) {
            double column = 0;
            for (double x : first) {
                column += dominance(x, y) / m;
            }
            columns += (column - delta) * (column - delta);
        }
        double product = (double) m * n * (m - 1) * (n - 1);
        double variance = ((double) n * n * rows + (double) m * m * columns - squares) / product;
        // Where all pairs agree nothing seems to vary; half a pair is then taken to be a tie.
        double known = Math.min(Math.abs(delta), 1 - 1.0 / (m * n));
        double bounded = Math.max(variance, (1 - known * known) / ((double) m * n - 1));
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double half = z * Math.sqrt(bounded);
        return new Interval(Math.max(-1, delta - half), Math.min(1, delta + half), level);
    }
}
