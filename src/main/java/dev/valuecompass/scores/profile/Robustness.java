package dev.valuecompass.scores.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whether the weights decide who is where. For weights W: between which places a model stays while a share of the weight
 * moves from some values to others; and for all weights there are: who could be first at all. The module
 * {@code site/js/weights/robustness.js} does the same arithmetic in the browser.
 *
 * @param moved share of the total weight that may move, in [0, 1]
 * @param stands models with a score on every dimension, by rank, then id
 */
record Robustness(double moved, List<ModelRobustness> stands) {
    /** Scores closer than this are one score. */
    static final double EQUAL_WITHIN = 1e-9;

    /**
     * One model.
     *
     * @param score its weighted mean
     * @param rank from 1, under W
     * @param best no nearby weights give a better rank: so many models less one are ahead under all of them
     * @param worst no nearby weights give a worse rank: so many models less one are ahead under some of them, though
     *     perhaps not all under the same
     * @param lead points by which the model can be ahead of all others at most, under any weights at all; below 0 when it
     *     is never first; null when there is no other model
     * @param weights by dimension, with sum 1, under which it has this lead; empty when there is no other model
     */
    record ModelRobustness(
            String model, double score, int rank, int best, int worst, Double lead, Map<String, Double> weights) {
        /** Whether some weights put it first, be it together with others. */
        boolean canBeFirst() {
            return lead == null || lead >= -EQUAL_WITHIN;
        }
    }

    /**
     * @param dimensions of the system, in its order
     * @param scores by model, then dimension; a model that lacks one is left out
     * @param weights by dimension, each 0 or more and finite; one that is not named weighs 0, not all do
     */
    static Robustness of(
            List<String> dimensions,
            Map<String, Map<String, Double>> scores,
            Map<String, Double> weights,
            double moved) {
        double[] w = dimensions.stream()
                .mapToDouble(dimension -> weights.getOrDefault(dimension, 0.0))
                .toArray();
        double total = 0;
        for (double weight : w) {
            total += weight >= 0 ? weight : Double.NaN;
        }
        if (!(total > 0) || Double.isInfinite(total) || !(moved >= 0 && moved <= 1)) {
            throw new IllegalArgumentException("weights " + weights + ", of which " + moved + " may move");
        }
        Map<String, double[]> rows = new TreeMap<>();
        scores.forEach((model, row) -> {
            if (dimensions.stream().allMatch(dimension -> row.get(dimension) != null)) {
                rows.put(model, dimensions.stream().mapToDouble(row::get).toArray());
            }
        });
        NearbyWeights nearby = new NearbyWeights(w, moved);
        NearbyWeights exact = new NearbyWeights(w, 0);
        List<ModelRobustness> stands = new ArrayList<>();
        rows.keySet().forEach(model -> stands.add(stand(dimensions, model, rows, nearby, exact)));
        stands.sort((a, b) -> a.rank() != b.rank()
                ? Integer.compare(a.rank(), b.rank())
                : a.model().compareTo(b.model()));
        return new Robustness(moved, List.copyOf(stands));
    }

    /** How many models could be first under some weights. */
    long possibleFirsts() {
        return stands.stream().filter(ModelRobustness::canBeFirst).count();
    }

    private static ModelRobustness stand(
            List<String> dimensions,
            String model,
            Map<String, double[]> rows,
            NearbyWeights nearby,
            NearbyWeights exact) {
        double[] own = rows.get(model);
        int rank = 1;
        int best = 1;
        int worst = 1;
        List<double[]> others = new ArrayList<>();
        for (Map.Entry<String, double[]> row : rows.entrySet()) {
            if (!row.getKey().equals(model)) {
                double[] ahead = IntStream.range(0, own.length)
                        .mapToDouble(d -> row.getValue()[d] - own[d])
                        .toArray();
                rank += exact.greatest(ahead) > EQUAL_WITHIN ? 1 : 0;
                best += nearby.least(ahead) > EQUAL_WITHIN ? 1 : 0;
                worst += nearby.greatest(ahead) > EQUAL_WITHIN ? 1 : 0;
                others.add(row.getValue());
            }
        }
        double score = exact.greatest(own);
        if (others.isEmpty()) {
            return new ModelRobustness(model, score, rank, best, worst, null, Map.of());
        }
        FirstPlace first = FirstPlace.of(own, others);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int d = 0; d < own.length; d++) {
            weights.put(dimensions.get(d), first.weights()[d]);
        }
        return new ModelRobustness(model, score, rank, best, worst, first.lead(), weights);
    }
}
