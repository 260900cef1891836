package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean of differences with Student's interval (1908), over cases that are independent or come in clusters.
 *
 * @param n differences
 * @param p two-sided; null without the interval, and of a chain
 * @param interval null with fewer than two clusters, or where nothing varies
 */
public record MeanChange(double mean, int n, Double p, Interval interval) {
    private static final double ERRORS = 0.05;
    private static final int LEAST_FREEDOM = 2 * (LinkedScores.FEWEST_TOPICS - 1);

    /** @param differences at least one; @param level of the interval, in (0, 1) */
    public static MeanChange of(double[] differences, double level) {
        return of(differences, IntStream.range(0, differences.length).boxed().toList(), level);
    }

    /**
     * Where differences of one cluster hang together.
     *
     * @param clusters one for each difference; those that are equal are one cluster
     */
    public static MeanChange of(double[] differences, List<?> clusters, double level) {
        double mean = Arrays.stream(differences).average().orElseThrow();
        Map<Object, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < differences.length; i++) {
            parts.merge(clusters.get(i), (differences[i] - mean) / differences.length, Double::sum);
        }
        double count = parts.size();
        double squares =
                parts.values().stream().mapToDouble(part -> part * part).sum();
        return of(mean, differences.length, squares * count / (count - 1), parts.size() - 1, level);
    }

    /**
     * How much larger the mean of one sample is than that of another, by Welch's test (1947). Where neither varies nothing can be
     * told: there is no interval and no p.
     *
     * @param larger at least two values, as {@code smaller}
     */
    public static MeanChange between(double[] smaller, double[] larger, double level) {
        double difference = StatUtils.mean(larger) - StatUtils.mean(smaller);
        int n = smaller.length + larger.length;
        double a = StatUtils.variance(smaller) / smaller.length;
        double b = StatUtils.variance(larger) / larger.length;
        return a + b > 0
                ? of(
                        difference,
                        n,
                        a + b,
                        (a + b) * (a + b) / (a * a / (smaller.length - 1) + b * b / (larger.length - 1)),
                        level)
                : new MeanChange(difference, n, null, null);
    }

    /**
     * Changes that follow one another, in all: they add up, and so do the squares of their intervals' halves. Errors of two that
     * follow each other are negatively correlated, as the answers between them are in both; so the interval errs on the wide side.
     *
     * @param changes at least one, each with an interval of the same level
     * @return without a p; n is the smallest
     */
    public static MeanChange chained(List<MeanChange> changes) {
        double mean = changes.stream().mapToDouble(MeanChange::mean).sum();
        double half = Math.sqrt(changes.stream()
                .mapToDouble(one -> (one.interval().high() - one.interval().low()) / 2)
                .map(one -> one * one)
                .sum());
        return new MeanChange(
                mean,
                changes.stream().mapToInt(MeanChange::n).min().orElseThrow(),
                null,
                new Interval(mean - half, mean + half, changes.get(0).interval().level()));
    }

    /**
     * Whether a chain of changes is more than chance at 5 % for as many chains together (Bonferroni): the half of the interval is
     * widened as quantiles of Student's t are, with the fewest degrees of freedom that a chain of two links has.
     *
     * @param chains one or more
     */
    public boolean beyondChance(int chains) {
        TDistribution t = new TDistribution(null, LEAST_FREEDOM);
        double wider = t.inverseCumulativeProbability(1 - ERRORS / chains / 2)
                / t.inverseCumulativeProbability((1 + interval.level()) / 2);
        return Math.abs(mean) > wider * (interval.high() - interval.low()) / 2;
    }

    /**
     * Of any estimate.
     *
     * @param freedom degrees of freedom with which its variance is known; below 1 there is no interval
     */
    static MeanChange of(double estimate, int n, double variance, double freedom, double level) {
        if (freedom < 1) {
            return new MeanChange(estimate, n, null, null);
        }
        TDistribution t = new TDistribution(null, freedom);
        double error = Math.sqrt(variance);
        double half = t.inverseCumulativeProbability((1 + level) / 2) * error;
        double p = error == 0 ? (estimate == 0 ? 1 : 0) : 2 * t.cumulativeProbability(-Math.abs(estimate) / error);
        return new MeanChange(estimate, n, p, new Interval(estimate - half, estimate + half, level));
    }
}
