package dev.valuecompass.site.edition;

import dev.valuecompass.scores.Alignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Means over dimensions with equal weights, and over models. A missing figure makes a mean missing, never smaller. */
public final class EqualWeightMeans {
    private EqualWeightMeans() {}

    /** The unweighted mean over some dimensions; null when one of them is missing or there is none. */
    public static Double of(Edition edition, Measure measure, String system, String model, List<String> dimensions) {
        Map<String, Double> figures = new HashMap<>();
        for (String dimension : dimensions) {
            Double value = edition.figure(measure, system, model, dimension);
            if (value != null) {
                figures.put(dimension, value);
            }
        }
        return Alignment.equal(dimensions, figures);
    }

    /** The mean of those models that have a figure; null when none has. */
    public static Double overModels(List<Double> values) {
        List<Double> known = values.stream().filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().mapToDouble(d -> d).sum() / known.size();
    }
}
