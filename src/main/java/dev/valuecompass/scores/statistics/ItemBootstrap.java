package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Resamples whole units of items ({@link LabelTable#units}), since the answers to one item hang together, and so do those to
 * items of one topic (Efron & Tibshirani 1993, section 8.4). One resample is shared by all models and dimensions, so that
 * differences between models are paired. Units that measure different dimensions are drawn apart, so that every resample has
 * as many units on a dimension as there are.
 */
public final class ItemBootstrap {
    private final LabelTable table;
    /** For each item the place of its unit, by first appearance. */
    private final int[] unitOf;

    private final int units;
    private final long seed;
    private final BitCounts[] resamples;

    /** @param resamples how many, 1 or more */
    public ItemBootstrap(LabelTable table, int resamples, long seed) {
        this.table = table;
        this.unitOf = places(table.units());
        this.units = IntStream.of(unitOf).max().orElse(-1) + 1;
        this.seed = seed;
        this.resamples = draw(resamples, seed);
    }

    /** How many units there are to draw from. */
    int units() {
        return units;
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
     * The same of scores that labels by people corrected.
     *
     * @param corrected by model and dimension; empty where nothing is
     */
    public double[] mean(int model, Map<List<String>, GoldCorrection.Level> corrected) {
        if (corrected.isEmpty()) {
            return mean(model);
        }
        double[] means = new double[resamples.length];
        String name = table.models().get(model);
        for (int d = 0; d < table.dimensions().size(); d++) {
            String dimension = table.dimensions().get(d);
            Double seen = new Conformity(table).score(model, d);
            GoldCorrection.Level level = corrected.get(List.of(name, dimension));
            double[] drawn = seen == null || level == null
                    ? conformity(model, d)
                    : level.drawn(conformity(model, d), seen, Seeds.stream(seed, "gold", name, dimension));
            for (int r = 0; r < means.length; r++) {
                means[r] += drawn[r] / table.dimensions().size();
            }
        }
        return means;
    }

    /**
     * The percentile interval of the conformity, widened to Wilson's where that reaches farther: percentiles alone have
     * no width at 0 and 100 and too little near them, and too little everywhere with few units. Null when fewer than two
     * units were scored, for then nothing is known about how they differ.
     *
     * @param level in (0, 1)
     */
    public Interval interval(int model, int dimension, double level) {
        ClusteredShare share = share(model, dimension);
        if (share.clusters() < 2) {
            return null;
        }
        Interval wilson = WilsonInterval.of(share, level);
        Interval drawn = Percentiles.interval(conformity(model, dimension), level);
        return drawn == null
                ? wilson
                : new Interval(Math.min(wilson.low(), drawn.low()), Math.max(wilson.high(), drawn.high()), level);
    }

    /** How much units say of a share: its design effect. Null where answers are all alike or of fewer than two units. */
    public Double designEffect(int model, int dimension) {
        return share(model, dimension).designEffect();
    }

    private ClusteredShare share(int model, int dimension) {
        int[] scored = new int[units];
        int[] expressed = new int[units];
        int items = 0;
        for (int item = 0; item < unitOf.length; item++) {
            int n = Conformity.scored(table, item, model, dimension);
            scored[unitOf[item]] += n;
            expressed[unitOf[item]] += Conformity.expressed(table, item, model, dimension);
            items += n > 0 ? 1 : 0;
        }
        return new ClusteredShare(scored, expressed, items);
    }

    private BitCounts[] draw(int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs resamples, not " + resamples);
        }
        List<int[]> strata = strata();
        RandomGenerator random = Seeds.stream(seed, "bootstrap", table.system());
        BitCounts[] drawn = new BitCounts[resamples];
        for (int r = 0; r < resamples; r++) {
            int[] weights = new int[units];
            for (int[] stratum : strata) {
                for (int k = 0; k < stratum.length; k++) {
                    weights[stratum[random.nextInt(stratum.length)]]++;
                }
            }
            drawn[r] = new BitCounts(unitOf.length, item -> weights[unitOf[item]]);
        }
        return drawn;
    }

    /** Units by the set of dimensions that their items measure, in the order of their first item. */
    private List<int[]> strata() {
        BitSet[] measured = new BitSet[units];
        for (int item = 0; item < unitOf.length; item++) {
            BitSet dimensions = measured[unitOf[item]] == null ? new BitSet() : measured[unitOf[item]];
            for (int d = 0; d < table.dimensions().size(); d++) {
                if (measures(item, d)) {
                    dimensions.set(d);
                }
            }
            measured[unitOf[item]] = dimensions;
        }
        Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
        for (int unit = 0; unit < units; unit++) {
            groups.computeIfAbsent(measured[unit], key -> new ArrayList<>()).add(unit);
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private boolean measures(int item, int dimension) {
        for (int model = 0; model < table.models().size(); model++) {
            if (table.label(item, model, 0, dimension) != LabelTable.NOT_MEASURED) {
                return true;
            }
        }
        return false;
    }

    private static int[] places(List<String> units) {
        Map<String, Integer> places = new HashMap<>();
        return units.stream()
                .mapToInt(unit -> places.computeIfAbsent(unit, id -> places.size()))
                .toArray();
    }
}
