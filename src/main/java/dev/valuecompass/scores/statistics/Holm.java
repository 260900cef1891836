package dev.valuecompass.scores.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction for many tests at once (Holm 1979, Scandinavian Journal of Statistics 6). */
public final class Holm {
    private Holm() {}

    /**
     * The p-values as they count when all were tested: {@code max over j ≤ i of (m − j + 1) p₍ⱼ₎}, at most 1.
     *
     * @param p in [0, 1]
     * @return in the order of {@code p}
     */
    public static double[] adjusted(double[] p) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int k = 0; k < p.length; k++) {
            largest = Math.max(largest, Math.min(1, (p.length - k) * p[order.get(k)]));
            adjusted[order.get(k)] = largest;
        }
        return adjusted;
    }
}
