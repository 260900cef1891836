package dev.valuecompass.scores.profile;

import dev.valuecompass.value.Culture;
import dev.valuecompass.value.RankProfile;
import dev.valuecompass.value.WeightProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A profile that a model's is held against: a visitor's own, a preset, a culture, or an order that people agree on.
 *
 * @param values by dimension, on a scale of its own
 * @param orderOnly whether only the order of the values means something
 */
public record Target(String id, String name, Map<String, Double> values, boolean orderOnly) {

    /** Weights as a profile: what somebody gives more weight is what a model should put higher. */
    public static Target of(List<String> dimensions, WeightProfile weights) {
        Map<String, Double> values = new LinkedHashMap<>();
        dimensions.forEach(dimension -> values.put(dimension, weights.weights().getOrDefault(dimension, 0.0)));
        return new Target(weights.id(), weights.name(), values, false);
    }

    /** The survey's means, on its own scale. */
    public static Target of(Culture culture) {
        return new Target(culture.id(), culture.country(), culture.scores(), false);
    }

    /** An order: the first of n dimensions has n, the last 1. */
    public static Target of(RankProfile order) {
        Map<String, Double> values = new LinkedHashMap<>();
        order.order()
                .forEach(dimension ->
                        values.put(dimension, (double) order.order().size() - values.size()));
        return new Target(order.id(), order.name(), values, true);
    }
}
