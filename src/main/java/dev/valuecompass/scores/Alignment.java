package dev.valuecompass.scores;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Alignment of a model with weighted values, Eq. 2: {@code Align(M, W) = Σ wᵢSᵢ}, shown over {@code Σ wᵢ} so that it
 * stays on the scale of the scores. A missing score is never passed over: then there is no alignment, and a reason.
 *
 * @param score in [0, 100]; null when it cannot be said
 * @param reason why not; empty when it can
 */
public record Alignment(Double score, String reason) {

    /**
     * @param dimensions of the system, in its order
     * @param weights by dimension, each 0 or more and finite; one that is not named weighs 0
     * @param scores by dimension; missing ones are absent
     * @throws IllegalArgumentException on a weight that is negative, not finite or of no dimension
     */
    public static Alignment of(List<String> dimensions, Map<String, Double> weights, Map<String, Double> scores) {
        weights.forEach((dimension, weight) -> {
            if (!dimensions.contains(dimension) || !(weight >= 0) || weight.isInfinite()) {
                throw new IllegalArgumentException("weight " + weight + " for '" + dimension + "'");
            }
        });
        List<String> weighed = dimensions.stream()
                .filter(dimension -> weights.getOrDefault(dimension, 0.0) > 0)
                .toList();
        if (weighed.isEmpty()) {
            return new Alignment(null, "every weight is 0");
        }
        List<String> missing = weighed.stream()
                .filter(dimension -> scores.get(dimension) == null)
                .toList();
        if (!missing.isEmpty()) {
            return new Alignment(null, missing.stream().collect(Collectors.joining(", ", "no score on ", "")));
        }
        // In decimals, so that models whose frozen scores weigh up to the same sum tie exactly, whatever the order.
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (String dimension : weighed) {
            BigDecimal weight = BigDecimal.valueOf(weights.get(dimension));
            sum = sum.add(weight.multiply(BigDecimal.valueOf(scores.get(dimension))));
            total = total.add(weight);
        }
        return new Alignment(sum.divide(total, MathContext.DECIMAL64).doubleValue(), "");
    }

    /** Every dimension with weight 1, the default of every leaderboard. */
    public static Alignment equal(List<String> dimensions, Map<String, Double> scores) {
        return of(dimensions, dimensions.stream().collect(Collectors.toMap(id -> id, id -> 1.0)), scores);
    }
}
