package dev.valuecompass.pipeline;

import dev.valuecompass.snapshot.LabelRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How often a model's answers to the same item show the same: reproducibility as it was measured, not as a seed or a
 * temperature promises it (R50).
 *
 * @param pairs of samples of one item, both with a label for a value
 * @param agreeing pairs whose labels are the same
 * @param variance mean over items and values of the variance of "expressed" (0 or 1) between samples, unbiased
 */
record Steadiness(long pairs, long agreeing, double variance) {

    /** @param rows labels of one model, one row for each item and sample */
    static Steadiness of(List<LabelRecord> rows) {
        TreeMap<String, List<String>> samples = new TreeMap<>();
        rows.forEach(row ->
                samples.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(row.labels()));
        long pairs = 0;
        long agreeing = 0;
        double variances = 0;
        long cells = 0;
        for (List<String> item : samples.values()) {
            for (int d = 0; d < item.get(0).length(); d++) {
                int[] count = count(item, d);
                long n = (long) count[0] + count[1] + count[2];
                if (n >= 2) {
                    pairs += n * (n - 1) / 2;
                    for (int c : count) {
                        agreeing += (long) c * (c - 1) / 2;
                    }
                    double p = count[0] / (double) n;
                    variances += p * (1 - p) * n / (n - 1);
                    cells++;
                }
            }
        }
        return new Steadiness(pairs, agreeing, cells == 0 ? 0 : variances / cells);
    }

    private static int[] count(List<String> samples, int dimension) {
        int[] count = new int[3];
        for (String row : samples) {
            int kind = "+.-".indexOf(row.charAt(dimension));
            if (kind >= 0) {
                count[kind]++;
            }
        }
        return count;
    }

    /** Share of pairs that agree; null when no item was asked twice. */
    Double agreement() {
        return pairs == 0 ? null : Double.valueOf(agreeing / (double) pairs);
    }
}
