package dev.valuecompass.pipeline.validation;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How many answers to label in each stratum, so that the variances of the models' levels add up to the least: Neyman's
 * allocation (1934) in whole numbers, a label at a time where it helps most (Wright 2012, Stat. Probab. Lett. 82, 1014–1017).
 * A stratum without a label could not be told of, so each gets one first.
 */
final class Allocation {
    private Allocation() {}

    /**
     * @param share of the model's answers that are in it, in (0, 1]
     * @param variance of the label in it, above 0
     * @param size answers in it
     * @param drawn answers in it that were drawn before
     */
    record Stratum(double share, double variance, int size, int drawn) {
        private double gain(int labels) {
            double weight = share * share * variance;
            return labels == 0 ? Double.MAX_VALUE / 2 * share : weight / ((double) labels * (labels + 1));
        }
    }

    /** @return for each stratum how many more to draw; together {@code labels}, or all that there are */
    static int[] of(List<Stratum> strata, int labels) {
        int[] more = new int[strata.size()];
        PriorityQueue<Integer> next = new PriorityQueue<>(Comparator.comparingDouble(
                        (Integer s) -> -strata.get(s).gain(strata.get(s).drawn() + more[s]))
                .thenComparing(Comparator.naturalOrder()));
        for (int s = 0; s < more.length; s++) {
            if (strata.get(s).drawn() < strata.get(s).size()) {
                next.add(s);
            }
        }
        for (int given = 0; given < labels && !next.isEmpty(); given++) {
            int s = next.poll();
            more[s]++;
            if (strata.get(s).drawn() + more[s] < strata.get(s).size()) {
                next.add(s);
            }
        }
        return more;
    }
}
