package dev.valuecompass.site.model;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which models lie nearest to each other on a value system: by the root mean square of the differences of their scores. */
final class Neighbours {
    private static final int NEAREST = 3;
    /** More than rounding can make of a sum, so that only those are passed over that are farther away. */
    private static final double SLACK = 1 + 1e-9;

    private static final Comparator<Neighbour> ORDER = Comparator.comparingDouble(Neighbour::distance)
            .thenComparing(one -> one.model().id());

    private final Map<String, Map<String, double[]>> profiles = new HashMap<>();
    private final Map<String, List<ScoreVector>> lists = new HashMap<>();

    private record ScoreVector(ModelEntry model, double[] scores) {}

    /** @param distance in points of the scale, the root mean square over all values */
    record Neighbour(ModelEntry model, double distance) {}

    Neighbours(Edition edition) {
        for (ValueSystem system : edition.valueSystems()) {
            Map<String, double[]> known = new HashMap<>();
            List<ScoreVector> list = new ArrayList<>();
            for (ModelEntry model : edition.snapshot().models()) {
                double[] scores = scores(edition, system, model);
                if (scores != null) {
                    known.put(model.id(), scores);
                    list.add(new ScoreVector(model, scores));
                }
            }
            profiles.put(system.id(), known);
            lists.put(system.id(), list);
        }
    }

    /** The nearest first; empty for a model that lacks a score. Keeps the best few instead of sorting all others. */
    List<Neighbour> of(String system, ModelEntry model) {
        double[] own = profiles.get(system).get(model.id());
        if (own == null) {
            return List.of();
        }
        List<Neighbour> nearest = new ArrayList<>(NEAREST + 1);
        double enough = Double.POSITIVE_INFINITY;
        for (ScoreVector other : lists.get(system)) {
            if (other.scores() == own) {
                continue;
            }
            double distance = distance(own, other.scores(), enough);
            if (nearest.size() < NEAREST || distance <= nearest.get(NEAREST - 1).distance()) {
                nearest.add(new Neighbour(other.model(), distance));
                nearest.sort(ORDER);
                if (nearest.size() > NEAREST) {
                    nearest.remove(NEAREST);
                    double farthest = nearest.get(NEAREST - 1).distance();
                    enough = farthest * farthest * own.length * SLACK;
                }
            }
        }
        return List.copyOf(nearest);
    }

    /** @param enough the sum of squares from which on nobody asks how far: then infinite */
    private static double distance(double[] one, double[] other, double enough) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += (one[d] - other[d]) * (one[d] - other[d]);
            if (sum > enough) {
                return Double.POSITIVE_INFINITY;
            }
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
