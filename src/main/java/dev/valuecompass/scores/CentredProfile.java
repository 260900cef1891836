package dev.valuecompass.scores;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ipsatised profiles: every score less the model's own mean, so that a model which shows much of everything is not taken
 * for one that cares most about each (Schwartz 1992 asks for this correction of scale use).
 */
final class CentredProfile {
    private CentredProfile() {}

    /**
     * @param scores by dimension
     * @return by dimension, in their order, with sum 0; empty when a score is missing
     */
    static Optional<Map<String, Double>> of(List<String> dimensions, Map<String, Double> scores) {
        if (dimensions.isEmpty() || dimensions.stream().anyMatch(dimension -> scores.get(dimension) == null)) {
            return Optional.empty();
        }
        double mean = dimensions.stream().mapToDouble(scores::get).average().orElseThrow();
        Map<String, Double> centred = new LinkedHashMap<>();
        dimensions.forEach(dimension -> centred.put(dimension, scores.get(dimension) - mean));
        return Optional.of(centred);
    }
}
