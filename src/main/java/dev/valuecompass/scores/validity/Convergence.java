package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How far two instruments tell the same of the same models.
 *
 * @param one id of an instrument; {@link #ANSWERS} for the period's own scores
 * @param models that both have scores for
 * @param within mean over the models of {@code byModel}; null with fewer than two models
 * @param byModel Spearman's correlation over the values, in one model's scores
 * @param byValue Spearman's correlation over the models, in scores less the model's mean over the values
 * @param orders what both say of each pair of values
 */
public record Convergence(
        String one,
        String other,
        int models,
        Estimate within,
        SortedMap<String, RankCorrelation> byModel,
        SortedMap<String, RankCorrelation> byValue,
        Orders orders) {
    /** The scores of the period, which a recogniser read from free answers. */
    public static final String ANSWERS = "answers";

    private static final double SIGNIFICANT = 0.05;

    /** One value above another, over the models. */
    public record Order(String higher, String lower) {}

    /**
     * Pairs of values.
     *
     * @param alike that both put in the same order, the higher one first
     * @param contrary of which each puts another one above, the one that {@code one} puts higher first
     * @param untold number of the others
     */
    public record Orders(List<Order> alike, List<Order> contrary, int untold) {}

    /** What an instrument says. @param scores by model and value */
    public record Told(String instrument, SortedMap<String, Map<String, Double>> scores) {}

    /** @param values in the order of the system */
    public static Convergence of(Told one, Told other, List<String> values, double level) {
        SortedSet<String> models = new TreeSet<>(one.scores().keySet());
        models.retainAll(other.scores().keySet());
        models.removeIf(model -> !complete(one, model, values) || !complete(other, model, values));
        double[][] x = centred(one, models, values);
        double[][] y = centred(other, models, values);
        SortedMap<String, RankCorrelation> byModel = new TreeMap<>();
        int m = 0;
        for (String model : models) {
            byModel.put(model, RankCorrelation.of(x[m], y[m], level));
            m++;
        }
        SortedMap<String, RankCorrelation> byValue = new TreeMap<>();
        for (int v = 0; v < values.size(); v++) {
            byValue.put(values.get(v), RankCorrelation.of(column(x, v), column(y, v), level));
        }
        List<Double> told = byModel.values().stream()
                .map(RankCorrelation::rho)
                .filter(Objects::nonNull)
                .toList();
        List<Order> alike = new ArrayList<>();
        List<Order> contrary = new ArrayList<>();
        int untold = models.isEmpty()
                ? values.size() * (values.size() - 1) / 2
                : orders(values, signs(x), signs(y), alike, contrary);
        return new Convergence(
                one.instrument(),
                other.instrument(),
                models.size(),
                told.size() < 2 ? null : bounded(ClosedScores.mean(told, level)),
                byModel,
                byValue,
                new Orders(alike, contrary, untold));
    }

    /** No correlation is beyond 1. */
    private static Estimate bounded(Estimate mean) {
        Interval interval = mean.interval();
        return new Estimate(
                mean.score(),
                new Interval(Math.max(-1, interval.low()), Math.min(1, interval.high()), interval.level()));
    }

    private static boolean complete(Told told, String model, List<String> values) {
        return values.stream().allMatch(value -> told.scores().get(model).get(value) != null);
    }

    private static double[][] centred(Told told, SortedSet<String> models, List<String> values) {
        return models.stream()
                .map(model -> {
                    double[] row = values.stream()
                            .mapToDouble(told.scores().get(model)::get)
                            .toArray();
                    double mean = row.length == 0 ? 0 : StatUtils.mean(row);
                    for (int i = 0; i < row.length; i++) {
                        row[i] -= mean;
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int v) {
        double[] column = new double[rows.length];
        for (int m = 0; m < rows.length; m++) {
            column[m] = rows[m][v];
        }
        return column;
    }

    private static int orders(List<String> values, int[] one, int[] other, List<Order> alike, List<Order> contrary) {
        int untold = 0;
        int at = 0;
        for (int u = 0; u < values.size(); u++) {
            for (int v = u + 1; v < values.size(); v++) {
                Order order =
                        one[at] > 0 ? new Order(values.get(u), values.get(v)) : new Order(values.get(v), values.get(u));
                if (one[at] * other[at] > 0) {
                    alike.add(order);
                } else if (one[at] * other[at] < 0) {
                    contrary.add(order);
                } else {
                    untold++;
                }
                at++;
            }
        }
        return untold;
    }

    /** For each pair of values which one the models put higher, by a paired t-test, Holm-corrected; 0 where none. */
    private static int[] signs(double[][] rows) {
        int values = rows.length == 0 ? 0 : rows[0].length;
        double[] p = new double[values * (values - 1) / 2];
        double[] mean = new double[p.length];
        int at = 0;
        for (int u = 0; u < values; u++) {
            for (int v = u + 1; v < values; v++) {
                double[] differences = new double[rows.length];
                for (int m = 0; m < rows.length; m++) {
                    differences[m] = rows[m][u] - rows[m][v];
                }
                mean[at] = StatUtils.mean(differences);
                p[at] = p(differences);
                at++;
            }
        }
        double[] corrected = Holm.adjusted(p);
        int[] signs = new int[p.length];
        for (int i = 0; i < p.length; i++) {
            signs[i] = corrected[i] < SIGNIFICANT ? (int) Math.signum(mean[i]) : 0;
        }
        return signs;
    }

    private static double p(double[] differences) {
        if (differences.length < 2) {
            return 1;
        }
        double error = Math.sqrt(StatUtils.variance(differences) / differences.length);
        double mean = StatUtils.mean(differences);
        if (error < 1e-12) {
            return Math.abs(mean) < 1e-12 ? 1 : 0;
        }
        return 2 * new TDistribution(null, differences.length - 1).cumulativeProbability(-Math.abs(mean / error));
    }
}
