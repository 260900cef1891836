package dev.valuecompass.value;

import java.util.Map;

/**
 * Named weights over the dimensions of one system: a statement of what matters, not a fact.
 *
 * @param weights by dimension id, each 0 or more; a dimension that is not named weighs 0
 * @param author who proposes it
 * @param reason why these weights
 */
public record WeightProfile(
        String id, String name, String system, String author, String reason, Map<String, Double> weights) {}
