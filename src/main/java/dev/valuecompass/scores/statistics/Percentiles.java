package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import java.util.Arrays;

/** Percentile intervals of resampled figures. */
public final class Percentiles {
    private Percentiles() {}

    /**
     * The middle {@code level} of the values, NaN left aside; null when there are none.
     *
     * @param level in (0, 1)
     */
    public static Interval interval(double[] values, double level) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? null
                : new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2), level);
    }

    /** With linear interpolation, type 7 of Hyndman & Fan (1996), the default of R and NumPy. */
    static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
