package dev.valuecompass.items.power;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.VectorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Predicts the discriminative power of an item on a dimension from its text: a ridge regression on the embedding. Where
 * items are read for many dimensions each gets its own; dimensions that too few items measure share one, in which they
 * differ by a constant.
 */
public final class PowerModel {
    /** Below that many measured items nothing is learned. */
    public static final int FEWEST = 20;

    private final SentenceEncoder encoder;
    /** By dimension; dimensions that share a regression have the same. */
    private final Map<String, Regression> regressions;

    private PowerModel(SentenceEncoder encoder, Map<String, Regression> regressions) {
        this.encoder = encoder;
        this.regressions = regressions;
    }

    /** @return empty when fewer than {@link #FEWEST} items were measured */
    public static Optional<PowerModel> learn(SentenceEncoder encoder, List<Measured> measured) {
        if (measured.size() < FEWEST) {
            return Optional.empty();
        }
        VectorTable vectors = VectorTable.of(
                encoder, measured.stream().map(m -> m.item().text()).toList());
        SortedMap<String, List<Row>> rows = new TreeMap<>();
        for (int i = 0; i < measured.size(); i++) {
            Measured item = measured.get(i);
            float[] vector = vectors.row(i);
            new TreeMap<>(item.power())
                    .forEach((dimension, power) -> rows.computeIfAbsent(dimension, name -> new ArrayList<>())
                            .add(new Row(dimension, item.family(), vector, power)));
        }
        Map<String, Regression> regressions = new TreeMap<>();
        List<Row> shared = new ArrayList<>();
        rows.forEach((dimension, own) -> {
            if (own.size() >= FEWEST) {
                regressions.put(dimension, Regression.fit(own));
            } else {
                shared.addAll(own);
            }
        });
        if (shared.size() >= FEWEST) {
            Regression common = Regression.fit(shared);
            common.dimensions().forEach(dimension -> regressions.put(dimension, common));
        }
        return regressions.isEmpty() ? Optional.empty() : Optional.of(new PowerModel(encoder, regressions));
    }

    /** Dimensions that it can speak of, sorted. */
    public List<String> dimensions() {
        return List.copyOf(regressions.keySet());
    }

    /** Normalised entropy that is to be expected, in [0, 1]. */
    public double predict(String text, String dimension) {
        Regression regression = regressions.get(dimension);
        if (regression == null) {
            throw new IllegalArgumentException("nothing was learned about '" + dimension + "'");
        }
        return Math.max(0, Math.min(1, regression.predict(encoder.encode(text), dimension)));
    }

    /** How wrong it is on items it was not fitted on, by dimension. */
    public SortedMap<String, CrossValidation> errors() {
        SortedMap<String, CrossValidation> errors = new TreeMap<>();
        regressions.forEach((dimension, regression) -> errors.put(dimension, regression.error()));
        return errors;
    }

    private record Row(String dimension, String family, float[] vector, double power) {}

    /** Features are the embedding and, when several dimensions share it, a 1 for the dimension. */
    private record Regression(List<String> dimensions, Ridge ridge, CrossValidation error) {
        static Regression fit(List<Row> rows) {
            List<String> dimensions =
                    List.copyOf(new TreeSet<>(rows.stream().map(Row::dimension).toList()));
            double[][] x = rows.stream()
                    .map(row -> features(row.vector(), row.dimension(), dimensions))
                    .toArray(double[][]::new);
            double[] y = rows.stream().mapToDouble(Row::power).toArray();
            List<String> families = rows.stream().map(Row::family).toList();
            double lambda = CrossValidation.lambda(x, y, families);
            return new Regression(dimensions, Ridge.fit(x, y, lambda), CrossValidation.of(x, y, families));
        }

        double predict(float[] vector, String dimension) {
            return ridge.predict(features(vector, dimension, dimensions));
        }

        private static double[] features(float[] vector, String dimension, List<String> dimensions) {
            double[] features = new double[vector.length + dimensions.size()];
            Arrays.setAll(features, i -> i < vector.length ? vector[i] : 0);
            features[vector.length + dimensions.indexOf(dimension)] = 1;
            return features;
        }
    }
}
