package dev.valuecompass.scores.statistics;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Which of several parts has the lowest mean.
 *
 * @param rising at least two parts, the lowest first
 * @param above points that the second lowest lies above the lowest
 * @param p that any other part is as low: the largest over the others, by the number of parts that could be lowest (an
 *     intersection–union test, Berger 1982, after Bonferroni)
 */
public record Lowest<T>(List<T> rising, MeanChange above, double p) {

    /** @param difference of the first part's mean over the second's; where it has no p, nothing is told */
    public static <T> Lowest<T> of(List<T> rising, BiFunction<T, T, MeanChange> difference) {
        double p = rising.stream()
                .skip(1)
                .map(other -> difference.apply(other, rising.get(0)).p())
                .mapToDouble(one -> one == null ? 1 : one)
                .max()
                .orElseThrow();
        return new Lowest<>(rising, difference.apply(rising.get(1), rising.get(0)), Math.min(1, p * rising.size()));
    }

    public T lowest() {
        return rising.get(0);
    }

    public T next() {
        return rising.get(1);
    }
}
