package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.scores.validity.SystemFigures.AnswerLengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether models that write more score higher.
 *
 * @param source what the lengths are of: {@code answers} or {@code cases}, the published ones among them
 * @param models with a length and a score on every value
 * @param characters mean length of an answer, in Unicode characters, over the models
 * @param ofMean Spearman's correlation of a model's mean length with its mean score
 * @param byValue the same for each value
 */
public record LengthDependence(
        String source,
        int models,
        double characters,
        RankCorrelation ofMean,
        SortedMap<String, RankCorrelation> byValue) {
    private static final double STRONG = 0.5;
    private static final int FEWEST_MODELS = 5;

    /**
     * @param scores by model, then value
     * @return null with fewer than five models
     */
    public static LengthDependence of(
            AnswerLengths answers, List<String> values, SortedMap<String, Map<String, Double>> scores, double level) {
        List<double[]> rows = new ArrayList<>();
        List<Double> lengthOf = new ArrayList<>();
        scores.forEach((model, byValue) -> {
            if (answers.byModel().containsKey(model) && values.stream().allMatch(value -> byValue.get(value) != null)) {
                rows.add(values.stream().mapToDouble(byValue::get).toArray());
                lengthOf.add(answers.byModel().get(model));
            }
        });
        if (rows.size() < FEWEST_MODELS) {
            return null;
        }
        double[] x = lengthOf.stream().mapToDouble(length -> length).toArray();
        SortedMap<String, RankCorrelation> byValue = new TreeMap<>();
        for (int v = 0; v < values.size(); v++) {
            int at = v;
            byValue.put(
                    values.get(v),
                    RankCorrelation.of(
                            x, rows.stream().mapToDouble(row -> row[at]).toArray(), level));
        }
        double[] means = rows.stream()
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
        return new LengthDependence(
                answers.source(),
                rows.size(),
                lengthOf.stream().mapToDouble(length -> length).average().orElseThrow(),
                RankCorrelation.of(x, means, level),
                byValue);
    }

    Grade grade() {
        return grade(ofMean);
    }

    Grade grade(String value) {
        return grade(byValue.get(value));
    }

    /** Failing needs a dependence that is strong and more than chance; passing, an interval that leaves no room for one. */
    private static Grade grade(RankCorrelation dependence) {
        if (dependence == null || dependence.rho() == null) {
            return Grade.UNKNOWN;
        }
        Interval interval = dependence.interval();
        if (interval.low() > 0 || interval.high() < 0) {
            return Math.abs(dependence.rho()) >= STRONG ? Grade.FAIL : Grade.WEAK;
        }
        return interval.low() > -STRONG && interval.high() < STRONG ? Grade.PASS : Grade.UNKNOWN;
    }
}
