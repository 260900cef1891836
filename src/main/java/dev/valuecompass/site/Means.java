package dev.valuecompass.site;

import dev.valuecompass.scores.Alignment;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Means over dimensions with equal weights, and over models. A missing figure makes a mean missing, never smaller. */
final class Means {
    private Means() {}

    /** The unweighted mean over some dimensions; null when one of them is missing or there is none. */
    static Double of(Edition edition, Measure measure, String system, String model, List<String> dimensions) {
        Map<String, Double> figures = new HashMap<>();
        for (String dimension : dimensions) {
            Double value = edition.figure(measure, system, model, dimension);
            if (value != null) {
                figures.put(dimension, value);
            }
        }
        return Alignment.equal(dimensions, figures).score();
    }

    /** The mean of those models that have a figure; null when none has. */
    static Double overModels(List<Double> values) {
        List<Double> known = values.stream().filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().mapToDouble(d -> d).sum() / known.size();
    }

    /**
     * Bounds of the mean from the bounds of its dimensions: the mean of the lower and of the upper ones. The standard
     * deviation of a mean is at most the mean of the standard deviations, so this errs on the wide side however the
     * dimensions hang together. Null when any dimension has none.
     */
    static Interval interval(Edition edition, ValueSystem system, String model) {
        double low = 0;
        double high = 0;
        Double level = null;
        for (String dimension : system.dimensionIds()) {
            ScoreCell cell = edition.cell(system.id(), model, dimension);
            if (cell == null || cell.interval() == null) {
                return null;
            }
            low += cell.interval().low();
            high += cell.interval().high();
            level = cell.interval().level();
        }
        int n = system.dimensions().size();
        return n == 0 ? null : new Interval(low / n, high / n, level);
    }
}
