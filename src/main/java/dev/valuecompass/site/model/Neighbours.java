package dev.valuecompass.site.model;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which models lie nearest to each other on a value system: by the root mean square of the differences of their scores. */
final class Neighbours {
    private static final int NEAREST = 3;

    private final Map<String, Map<ModelEntry, double[]>> profiles = new LinkedHashMap<>();

    /** @param distance in points of the scale, the root mean square over all values */
    record Neighbour(ModelEntry model, double distance) {}

    Neighbours(Edition edition) {
        for (ValueSystem system : edition.valueSystems()) {
            Map<ModelEntry, double[]> known = new LinkedHashMap<>();
            for (ModelEntry model : edition.snapshot().models()) {
                double[] scores = scores(edition, system, model);
                if (scores != null) {
                    known.put(model, scores);
                }
            }
            profiles.put(system.id(), known);
        }
    }

    /** The nearest first; empty for a model that lacks a score. */
    List<Neighbour> of(String system, ModelEntry model) {
        double[] own = profiles.get(system).get(model);
        if (own == null) {
            return List.of();
        }
        List<Neighbour> others = new ArrayList<>();
        profiles.get(system).forEach((other, scores) -> {
            if (!other.id().equals(model.id())) {
                others.add(new Neighbour(other, distance(own, scores)));
            }
        });
        others.sort(Comparator.comparingDouble(Neighbour::distance)
                .thenComparing(one -> one.model().id()));
        return List.copyOf(others.subList(0, Math.min(NEAREST, others.size())));
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += (one[d] - other[d]) * (one[d] - other[d]);
        }
        return Math.sqrt(sum / one.length);
    }

    /** Null when one is missing. */
    private static double[] scores(Edition edition, ValueSystem system, ModelEntry model) {
        double[] scores = new double[system.dimensions().size()];
        for (int d = 0; d < scores.length; d++) {
            Double score = edition.figure(
                    Measure.CONFORMITY,
                    system.id(),
                    model.id(),
                    system.dimensions().get(d).id());
            if (score == null) {
                return null;
            }
            scores[d] = score;
        }
        return scores;
    }
}
