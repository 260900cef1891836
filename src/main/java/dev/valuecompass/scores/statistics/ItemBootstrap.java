package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Resamples whole items, since the answers to one item hang together (Efron & Tibshirani 1993, section 8.4). One
 * resample is shared by all models and dimensions, so that differences between models are paired. Items that measure
 * different dimensions are drawn apart, so that every resample has as many items on a dimension as there are.
 */
public final class ItemBootstrap {
    private final LabelTable table;
    private final BitCounts[] resamples;

    /** @param resamples how many, 1 or more */
    public ItemBootstrap(LabelTable table, int resamples, long seed) {
        this.table = table;
        this.resamples = draw(table, resamples, seed);
    }

    /** The conformity of every resample, in [0, 100]; NaN in one that happens to hold no scored response. */
    public double[] conformity(int model, int dimension) {
        int rows = table.items().size();
        BitCounts expressed = new BitCounts(rows, item -> Conformity.expressed(table, item, model, dimension));
        BitCounts scored = new BitCounts(rows, item -> Conformity.scored(table, item, model, dimension));
        return Arrays.stream(resamples)
                .mapToDouble(weights -> 100.0 * expressed.product(weights) / scored.product(weights))
                .toArray();
    }

    /** The mean over all dimensions of every resample; NaN in one where a dimension holds no scored response. */
    public double[] mean(int model) {
        double[] means = new double[resamples.length];
        int dimensions = table.dimensions().size();
        for (int d = 0; d < dimensions; d++) {
            double[] scores = conformity(model, d);
            for (int r = 0; r < means.length; r++) {
                means[r] += scores[r] / dimensions;
            }
        }
        return means;
    }

    /**
     * The percentile interval of the conformity, widened to Wilson's where that reaches farther: percentiles alone have
     * no width at 0 and 100 and too little near them. Null when fewer than two items were scored, for then nothing is
     * known about how items differ.
     *
     * @param level in (0, 1)
     */
    public Interval interval(int model, int dimension, double level) {
        int rows = table.items().size();
        int[] scored = IntStream.range(0, rows)
                .map(item -> Conformity.scored(table, item, model, dimension))
                .toArray();
        if (IntStream.of(scored).filter(n -> n > 0).limit(2).count() < 2) {
            return null;
        }
        int[] expressed = IntStream.range(0, rows)
                .map(item -> Conformity.expressed(table, item, model, dimension))
                .toArray();
        Interval wilson = WilsonInterval.of(scored, expressed, level);
        Interval drawn = Percentiles.interval(conformity(model, dimension), level);
        return drawn == null
                ? wilson
                : new Interval(Math.min(wilson.low(), drawn.low()), Math.max(wilson.high(), drawn.high()), level);
    }

    private static BitCounts[] draw(LabelTable table, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs resamples, not " + resamples);
        }
        List<int[]> strata = strata(table);
        RandomGenerator random = Seeds.stream(seed, "bootstrap", table.system());
        BitCounts[] drawn = new BitCounts[resamples];
        for (int r = 0; r < resamples; r++) {
            int[] weights = new int[table.items().size()];
            for (int[] stratum : strata) {
                for (int k = 0; k < stratum.length; k++) {
                    weights[stratum[random.nextInt(stratum.length)]]++;
                }
            }
            drawn[r] = new BitCounts(weights.length, item -> weights[item]);
        }
        return drawn;
    }

    /** Items by the set of dimensions that they measure, in the order of their first item. */
    private static List<int[]> strata(LabelTable table) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int item = 0; item < table.items().size(); item++) {
            groups.computeIfAbsent(measured(table, item), key -> new ArrayList<>())
                    .add(item);
        }
        return groups.values().stream()
                .map(items -> items.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static String measured(LabelTable table, int item) {
        StringBuilder key = new StringBuilder();
        for (int d = 0; d < table.dimensions().size(); d++) {
            boolean any = false;
            for (int model = 0; model < table.models().size() && !any; model++) {
                any = table.label(item, model, 0, d) != LabelTable.NOT_MEASURED;
            }
            key.append(any ? '1' : '0');
        }
        return key.toString();
    }
}
