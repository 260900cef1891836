package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.validity.LengthCurve.Standardised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The scores on one value as they would be if all models wrote equally long answers, by {@link LengthCurve}: what longer answers of
 * <em>one</em> model to comparable items show more. So a model that holds a value and writes much keeps the value, and loses only
 * what the length gives.
 *
 * @param slope points that a doubling of all lengths adds, mean over the models
 * @param interval of the slope, with topics as clusters
 * @param fit share of the deviance left by models and items that the length explains, in [0, 1]
 * @param scores by model, in [0, 100], at the mean logarithm of the length over the models
 */
public record EqualLength(double slope, Interval interval, double fit, SortedMap<String, Double> scores) {
    /**
     * @param lengths by item and model of the table, 0 where there is no answer
     * @param level of the interval, in (0, 1)
     * @return null where no model or fewer than two topics have answers of different lengths, or so few that the curve cannot
     *     but fit them
     */
    static EqualLength of(LabelTable table, int dimension, int[][] lengths, double level) {
        LengthCurve curve = LengthCurve.of(table, dimension, lengths);
        if (curve == null) {
            return null;
        }
        double[] logs = IntStream.range(0, table.models().size())
                .mapToDouble(curve::meanLog)
                .toArray();
        double middle =
                Arrays.stream(logs).filter(log -> !Double.isNaN(log)).average().orElseThrow();
        Conformity conformity = new Conformity(table);
        SortedMap<String, Double> scores = new TreeMap<>();
        for (int model = 0; model < logs.length; model++) {
            Double score = conformity.score(model, dimension);
            if (score != null && !Double.isNaN(logs[model])) {
                double adjusted = score + 100 * curve.gain(model, middle - logs[model]);
                scores.put(table.models().get(model), Math.max(0, Math.min(100, adjusted)));
            }
        }
        Standardised doubled = curve.doubled();
        double half = 100 * curve.error(doubled) * curve.student().inverseCumulativeProbability((1 + level) / 2);
        double slope = 100 * doubled.share();
        return new EqualLength(slope, new Interval(slope - half, slope + half, level), curve.explained(), scores);
    }

    /**
     * Chance that two models which show the value alike at equal length differ as much, by their answers to the items that both
     * answered; topics are clusters, and the error of the curve is in it.
     *
     * @param pairs of models
     * @return for each in [0, 1]; null where it cannot be told
     */
    public static List<Double> differences(LabelTable table, int dimension, int[][] lengths, List<int[]> pairs) {
        LengthCurve curve = LengthCurve.of(table, dimension, lengths);
        List<Double> chances = new ArrayList<>();
        pairs.forEach(pair -> chances.add(curve == null ? null : difference(curve, lengths, pair[0], pair[1])));
        return chances;
    }

    private static Double difference(LengthCurve curve, int[][] lengths, int one, int other) {
        boolean[] both = new boolean[lengths.length];
        double longer = 0;
        int n = 0;
        for (int item = 0; item < both.length; item++) {
            both[item] = curve.counts(item, one) && curve.counts(item, other);
            longer += both[item] ? StrictMath.log((double) lengths[item][one] / lengths[item][other]) : 0;
            n += both[item] ? 1 : 0;
        }
        if (n < 2) {
            return null;
        }
        Standardised gap =
                curve.standardised(one, -longer / n / 2, both).less(curve.standardised(other, longer / n / 2, both));
        double t = Math.abs(gap.share()) / curve.error(gap);
        return Double.isNaN(t) || Double.isInfinite(t)
                ? null
                : Double.valueOf(2 * curve.student().cumulativeProbability(-t));
    }
}
