package dev.valuecompass.scores;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** How much a model's value profile is like a culture's: Spearman's correlation of ranks, in [−1, 1]. */
public final class CultureFit {
    private CultureFit() {}

    /**
     * @param dimensions that are compared
     * @param model scores by dimension; missing ones are absent
     * @param culture scores by dimension
     * @return null when a score is missing, or a profile has no differences and so no order
     */
    public static Double of(List<String> dimensions, Map<String, Double> model, Map<String, Double> culture) {
        if (dimensions.size() < 2
                || dimensions.stream()
                        .anyMatch(dimension -> model.get(dimension) == null || culture.get(dimension) == null)) {
            return null;
        }
        double value = new SpearmansCorrelation().correlation(figures(dimensions, model), figures(dimensions, culture));
        return Double.isNaN(value) ? null : value;
    }

    private static double[] figures(List<String> dimensions, Map<String, Double> profile) {
        return dimensions.stream().mapToDouble(profile::get).toArray();
    }
}
