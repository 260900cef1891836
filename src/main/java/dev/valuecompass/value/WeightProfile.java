package dev.valuecompass.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named weights over the dimensions of one system: a statement of what matters, not a fact.
 *
 * @param weights by dimension id, each 0 or more; a dimension that is not named weighs 0
 * @param author who proposes it
 * @param reason why these weights
 */
public record WeightProfile(
        String id, String name, String system, String author, String reason, Map<String, Double> weights) {
    /** The id of equal weights, which every system has without a file. */
    public static final String EQUAL = "equal";

    /** Every value weighs 1: the default of every leaderboard, and no statement about what matters. */
    static WeightProfile equal(ValueSystem system) {
        Map<String, Double> weights = new LinkedHashMap<>();
        system.dimensionIds().forEach(dimension -> weights.put(dimension, 1.0));
        return new WeightProfile(
                EQUAL,
                "Equal weights",
                system.id(),
                "",
                "The default: every value counts the same.",
                Collections.unmodifiableMap(weights));
    }
}
