package dev.valuecompass.scores;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How much a model's value profile is like a culture's.
 *
 * @param formula which of the three figures this is; it is shown wherever the figure is
 * @param value null when it cannot be said
 * @param n dimensions compared
 * @param reason why it cannot be said; empty when it can
 */
public record CultureFit(Formula formula, Double value, int n, String reason) {

    /** What likeness means. */
    public enum Formula {
        /** Correlation of ranks, equal values sharing the mean of their ranks; in [−1, 1]. The default. */
        SPEARMAN("Spearman's rank correlation"),
        /** Correlation of the values themselves; in [−1, 1]. */
        PEARSON("Pearson's correlation"),
        /**
         * {@code Σ (cᵢ − c̄)(mᵢ − m̄) / Σ |cᵢ − c̄|}: the mean of the model's centred scores, each weighed by how far the
         * culture puts the value above or below its own mean; in points of the model's scale.
         */
        WEIGHTED_SUM("weighted sum of centred profiles");

        private final String title;

        Formula(String title) {
            this.title = title;
        }

        /** As shown. */
        public String title() {
            return title;
        }
    }

    /**
     * @param dimensions that are compared, at least two
     * @param model scores by dimension; missing ones are absent
     * @param culture scores by dimension, complete
     */
    public static CultureFit of(
            Formula formula, List<String> dimensions, Map<String, Double> model, Map<String, Double> culture) {
        List<String> missing = dimensions.stream()
                .filter(dimension -> model.get(dimension) == null || culture.get(dimension) == null)
                .toList();
        if (!missing.isEmpty()) {
            return new CultureFit(formula, null, dimensions.size(), "no score on " + String.join(", ", missing));
        }
        double[] m = dimensions.stream().mapToDouble(model::get).toArray();
        double[] c = dimensions.stream().mapToDouble(culture::get).toArray();
        double value = m.length < 2 ? Double.NaN : value(formula, m, c);
        return Double.isNaN(value)
                ? new CultureFit(formula, null, m.length, "a profile without differences has no order")
                : new CultureFit(formula, value, m.length, "");
    }

    private static double value(Formula formula, double[] model, double[] culture) {
        return switch (formula) {
            case SPEARMAN -> new SpearmansCorrelation().correlation(model, culture);
            case PEARSON -> new PearsonsCorrelation().correlation(model, culture);
            case WEIGHTED_SUM -> weightedSum(model, culture);
        };
    }

    private static double weightedSum(double[] model, double[] culture) {
        double modelMean = mean(model);
        double cultureMean = mean(culture);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < model.length; i++) {
            sum += (culture[i] - cultureMean) * (model[i] - modelMean);
            total += Math.abs(culture[i] - cultureMean);
        }
        return sum / total;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
