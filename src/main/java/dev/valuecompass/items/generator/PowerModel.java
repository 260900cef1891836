package dev.valuecompass.items.generator;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.VectorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** By dimension; some may share one. */
    private final SortedMap<String, Learned> learned;

    private PowerModel(SentenceEncoder encoder, SortedMap<String, Learned> learned) {
        this.encoder = encoder;
        this.learned = learned;
    }

    /** What a regression is fitted on; it is when first asked for, since few dimensions are and its error takes long. */
    private static final class Learned {
        private final List<Example> rows;
        private Regression regression;

        Learned(List<Example> rows) {
            this.rows = rows;
        }

        synchronized Regression regression() {
            regression = regression == null ? Regression.fit(rows) : regression;
            return regression;
        }
    }

    /** @return empty when fewer than {@link #FEWEST} items were measured */
    public static Optional<PowerModel> learn(SentenceEncoder encoder, List<MeasuredItem> measured) {
        if (measured.size() < FEWEST) {
            return Optional.empty();
        }
        VectorTable vectors = VectorTable.of(
                encoder, measured.stream().map(m -> m.item().text()).toList());
        SortedMap<String, List<Example>> rows = new TreeMap<>();
        for (int i = 0; i < measured.size(); i++) {
            MeasuredItem item = measured.get(i);
            float[] vector = vectors.row(i);
            new TreeMap<>(item.power())
                    .forEach((dimension, power) -> rows.computeIfAbsent(dimension, name -> new ArrayList<>())
                            .add(new Example(dimension, item.family(), vector, power)));
        }
        List<Example> shared = new ArrayList<>();
        rows.values().stream().filter(own -> own.size() < FEWEST).forEach(shared::addAll);
        Learned together = new Learned(shared);
        SortedMap<String, Learned> learned = new TreeMap<>();
        rows.forEach((dimension, own) -> learned.put(dimension, own.size() < FEWEST ? together : new Learned(own)));
        learned.values().removeIf(one -> one.rows.size() < FEWEST);
        return learned.isEmpty() ? Optional.empty() : Optional.of(new PowerModel(encoder, learned));
    }

    /** Dimensions that it can speak of, sorted. */
    public List<String> dimensions() {
        return List.copyOf(learned.keySet());
    }

    /** Normalised entropy that is to be expected, in [0, 1]. */
    public double predict(String text, String dimension) {
        double expected = regression(dimension).predict(encoder.encode(text), dimension);
        return Math.max(0, Math.min(1, expected));
    }

    /**
     * The power that a new item must be expected to reach, in [0, 1]: the wanted one, or, where fewer than a quarter of the
     * measured items are expected to reach that, what a quarter of them are expected to reach. A regression draws its
     * expectations towards the mean, the more so the less it knows, and a wish near the highest measured powers would refuse
     * everything.
     */
    public double bar(String dimension, double wanted) {
        return Math.max(0, Math.min(wanted, error(dimension).reach()));
    }

    /** How wrong it is on items it was not fitted on. */
    public CrossValidation error(String dimension) {
        return regression(dimension).error();
    }

    private Regression regression(String dimension) {
        Learned known = learned.get(dimension);
        if (known == null) {
            throw new IllegalArgumentException("nothing was learned about '" + dimension + "'");
        }
        return known.regression();
    }

    private record Example(String dimension, String family, float[] vector, double power) {}

    /** Features are the embedding and, when several dimensions share it, a 1 for the dimension. */
    private record Regression(List<String> dimensions, Ridge ridge, CrossValidation error) {
        static Regression fit(List<Example> rows) {
            List<String> dimensions = List.copyOf(
                    new TreeSet<>(rows.stream().map(Example::dimension).toList()));
            double[][] x = rows.stream()
                    .map(row -> features(row.vector(), row.dimension(), dimensions))
                    .toArray(double[][]::new);
            double[] y = rows.stream().mapToDouble(Example::power).toArray();
            List<String> families = rows.stream().map(Example::family).toList();
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
