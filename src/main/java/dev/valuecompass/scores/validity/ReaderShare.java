package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Seeds;
import dev.valuecompass.scores.statistics.GoldCorrection;
import dev.valuecompass.scores.statistics.Percentiles;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How much of what a value tells comes from who reads the answers: recogniser and people are two readers of the same ones. The
 * design has answers nested in models and crossed with readers, all effects random (Brennan 2001, chapter 5): a label is the mean
 * plus an effect of the model, the answer, the reader, reader and model together, and the rest. Components are estimated by
 * symmetric sums (Koch 1967), in which each answer weighs as many as it was drawn for, and pairs on one topic count as one answer.
 *
 * @param labels answers that both read
 * @param models that they are of
 * @param answers behind a score, mean over the models
 * @param ofLabels share of the variance of labels that comes from the reader: 1 less Cohen's κ (Fleiss & Cohen 1973)
 * @param ofScores share of the variance of scores over the models that does; null where they do not vary
 * @param above points by which the recogniser's level lies above that of people
 */
public record ReaderShare(
        int labels, int models, double answers, Estimate ofLabels, Estimate ofScores, Estimate above) {
    private static final int RESAMPLES = 500;

    /**
     * An answer that both read.
     *
     * @param model its place
     * @param topic place of the topic that it is an answer to
     * @param weight answers that it stands for, above 0
     * @param seen whether the recogniser saw the value
     * @param shown whether people did
     */
    public record DoubleReading(int model, int topic, double weight, boolean seen, boolean shown) {}

    /** By source: components of the variance of a label. */
    record Components(double model, double answer, double reader, double modelReader, double rest) {}

    /**
     * @param answers behind a score, mean over the models
     * @param level of the intervals, in (0, 1)
     * @param name of the value, for a stream of chance of its own
     * @return null with fewer labels than a correction takes, or where they do not tell models or topics apart
     */
    static ReaderShare of(List<DoubleReading> readings, double answers, double level, long seed, String name) {
        int[] topics =
                readings.stream().mapToInt(DoubleReading::topic).distinct().toArray();
        long models =
                readings.stream().mapToInt(DoubleReading::model).distinct().count();
        if (readings.size() < GoldCorrection.FEWEST_LABELS || models < 2 || topics.length < 2) {
            return null;
        }
        Design design = new Design(readings);
        double[] all = new double[topics.length];
        Arrays.fill(all, 1);
        RandomGenerator random = Seeds.stream(seed, "reader", name);
        List<double[]> draws = new ArrayList<>();
        for (int d = 0; d < RESAMPLES; d++) {
            double[] weights = new double[topics.length];
            for (int t = 0; t < topics.length; t++) {
                weights[random.nextInt(topics.length)]++;
            }
            draws.add(weights);
        }
        Estimate ofLabels = estimate(all, draws, level, design::disagreement);
        return ofLabels == null
                ? null
                : new ReaderShare(
                        readings.size(),
                        (int) models,
                        answers,
                        ofLabels,
                        estimate(all, draws, level, weights -> ofScores(design.components(weights), answers)),
                        estimate(all, draws, level, design::above));
    }

    private static Estimate estimate(
            double[] all, List<double[]> draws, double level, ToDoubleFunction<double[]> figure) {
        double told = figure.applyAsDouble(all);
        return Double.isNaN(told)
                ? null
                : new Estimate(
                        told,
                        Percentiles.interval(draws.stream().mapToDouble(figure).toArray(), level));
    }

    /** Components below 0 are 0; NaN where scores would not vary. */
    static double ofScores(Components c, double answers) {
        double reader = above(c.modelReader()) + above(c.rest()) / answers;
        return reader / (above(c.model()) + above(c.answer()) / answers + reader);
    }

    private static double above(double component) {
        return Math.max(0, component);
    }

    /** Sums of the readings by model and topic. */
    static final class Design {
        private static final int SEEN = 0;
        private static final int SHOWN = 1;
        private static final int BOTH = 2;
        private static final int SAME = 3;
        private static final int WEIGHT = 4;

        /** By model, then topic: weighted sums of both labels, their product, their mean square, and the weight. */
        private final List<Map<Integer, double[]>> cells = new ArrayList<>();

        private final int topics;

        Design(List<DoubleReading> readings) {
            Map<Integer, Integer> models = new HashMap<>();
            Map<Integer, Integer> places = new HashMap<>();
            for (DoubleReading one : readings) {
                int model = models.computeIfAbsent(one.model(), id -> {
                    cells.add(new HashMap<>());
                    return models.size();
                });
                int topic = places.computeIfAbsent(one.topic(), id -> places.size());
                double[] sums = cells.get(model).computeIfAbsent(topic, id -> new double[WEIGHT + 1]);
                double seen = one.seen() ? one.weight() : 0;
                double shown = one.shown() ? one.weight() : 0;
                sums[SEEN] += seen;
                sums[SHOWN] += shown;
                sums[BOTH] += one.seen() && one.shown() ? one.weight() : 0;
                sums[SAME] += (seen + shown) / 2;
                sums[WEIGHT] += one.weight();
            }
            this.topics = places.size();
        }

        /** 1 − κ; NaN where neither reader ever changes. @param drawn how often each topic counts */
        double disagreement(double[] drawn) {
            double[] sums = sums(drawn);
            double seen = sums[SEEN] / sums[WEIGHT];
            double shown = sums[SHOWN] / sums[WEIGHT];
            double chance = seen * (1 - shown) + shown * (1 - seen);
            return chance > 0 ? (seen + shown - 2 * sums[BOTH] / sums[WEIGHT]) / chance : Double.NaN;
        }

        /** In points. */
        double above(double[] drawn) {
            double[] sums = sums(drawn);
            return 100 * (sums[SEEN] - sums[SHOWN]) / sums[WEIGHT];
        }

        private double[] sums(double[] drawn) {
            double[] sums = new double[WEIGHT + 1];
            cells.forEach(model -> model.forEach((topic, cell) -> add(sums, cell, drawn[topic])));
            return sums;
        }

        private static void add(double[] sums, double[] cell, double times) {
            for (int s = 0; s < sums.length; s++) {
                sums[s] += times * cell[s];
            }
        }

        /** NaN where there is no pair that a component needs. */
        Components components(double[] drawn) {
            Pairs within = new Pairs();
            double[] total = new double[WEIGHT + 1];
            double[][] byTopic = new double[topics][WEIGHT + 1];
            for (Map<Integer, double[]> model : cells) {
                double[] sums = new double[WEIGHT + 1];
                for (Map.Entry<Integer, double[]> cell : model.entrySet()) {
                    double times = drawn[cell.getKey()];
                    add(sums, cell.getValue(), times);
                    add(byTopic[cell.getKey()], cell.getValue(), times);
                    within.add(cell.getValue(), -times * times);
                }
                within.add(sums, 1);
                add(total, sums, 1);
            }
            Pairs between = new Pairs();
            between.add(total, 1);
            IntStream.range(0, topics).forEach(topic -> between.add(byTopic[topic], -1));
            double apart = between.weight - within.weight;
            double nothing = (between.other - within.other) / apart;
            double sameReader = (between.same - within.same) / apart;
            double sameModel = within.other / within.weight;
            double modelAndReader = within.same / within.weight;
            double sameAnswer = total[BOTH] / total[WEIGHT];
            double reader = sameReader - nothing;
            double modelReader = modelAndReader - sameModel - sameReader + nothing;
            return new Components(
                    sameModel - nothing,
                    sameAnswer - sameModel,
                    reader,
                    modelReader,
                    total[SAME] / total[WEIGHT] - sameAnswer - reader - modelReader);
        }
    }

    /** Sums of products of labels, of two readers and of the same one, and of their weights. */
    private static final class Pairs {
        double other;
        double same;
        double weight;

        void add(double[] sums, double times) {
            other += times * sums[Design.SEEN] * sums[Design.SHOWN];
            same += times * (sums[Design.SEEN] * sums[Design.SEEN] + sums[Design.SHOWN] * sums[Design.SHOWN]) / 2;
            weight += times * sums[Design.WEIGHT] * sums[Design.WEIGHT];
        }
    }
}
