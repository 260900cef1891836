package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The scores on one value as they would be if all models wrote equally long answers. A linear regression of showing the value
 * on the logarithm of the length, with an effect of each item and of each model (the two-way within estimator, Baltagi 2021,
 * chapter 3): what longer answers of <em>one</em> model to comparable items show more. So a model that holds a value and writes
 * much keeps the value, and loses only what the length gives. Standard errors are clustered by topic.
 *
 * @param slope points that a doubling of the length adds
 * @param interval of the slope
 * @param fit share of the variance within items and models that the length explains, in [0, 1]
 * @param scores by model, in [0, 100], at the mean logarithm of the length over the models
 */
public record EqualLength(double slope, Interval interval, double fit, SortedMap<String, Double> scores) {
    /** More models make the slope no surer than its topics do. */
    private static final int MOST_MODELS = 200;

    private static final int ROUNDS = 200;
    private static final double SETTLED = 1e-10;
    /** Sums of squares below are what rounding leaves. */
    private static final double NOTHING = 1e-9;

    /**
     * @param lengths by item and model of the table, 0 where there is no answer
     * @param level of the interval, in (0, 1)
     * @return null where fewer than two models or topics have answers of different lengths, or so few that the slope cannot
     *     but fit them
     */
    static EqualLength of(LabelTable table, int dimension, int[][] lengths, double level) {
        Regression fit = Regression.of(table, dimension, lengths);
        if (fit == null) {
            return null;
        }
        SortedMap<String, Double> scores = new TreeMap<>();
        double[] logs = IntStream.range(0, table.models().size())
                .mapToDouble(model -> meanLog(table, dimension, lengths, model))
                .toArray();
        double middle =
                Arrays.stream(logs).filter(log -> !Double.isNaN(log)).average().orElseThrow();
        Conformity conformity = new Conformity(table);
        for (int model = 0; model < logs.length; model++) {
            Double score = conformity.score(model, dimension);
            if (score != null && !Double.isNaN(logs[model])) {
                double adjusted = score - 100 * fit.beta() * (logs[model] - middle);
                scores.put(table.models().get(model), Math.max(0, Math.min(100, adjusted)));
            }
        }
        double half = 100 * StrictMath.log(2) * fit.error() * fit.quantile((1 + level) / 2);
        double slope = 100 * StrictMath.log(2) * fit.beta();
        return new EqualLength(slope, new Interval(slope - half, slope + half, level), fit.explained(), scores);
    }

    /**
     * Chance that two models which show the value alike at equal length differ as much, by their answers to the items that both
     * answered; topics are clusters, and the slope's own error is in it (linearised).
     *
     * @return in [0, 1]; null where it cannot be told
     */
    public static Double difference(LabelTable table, int dimension, int[][] lengths, int one, int other) {
        Regression fit = Regression.of(table, dimension, lengths);
        if (fit == null) {
            return null;
        }
        double[] byTopic = new double[fit.influence().length];
        double sum = 0;
        double logs = 0;
        int n = 0;
        int[] topics = clusters(table);
        double[] gaps = new double[lengths.length];
        for (int item = 0; item < lengths.length; item++) {
            gaps[item] = Double.NaN;
            if (counts(table, item, one, dimension, lengths) && counts(table, item, other, dimension, lengths)) {
                gaps[item] = share(table, item, one, dimension) - share(table, item, other, dimension);
                logs += StrictMath.log((double) lengths[item][one] / lengths[item][other]);
                sum += gaps[item];
                n++;
            }
        }
        if (n < 2) {
            return null;
        }
        double mean = sum / n;
        double longer = logs / n;
        for (int item = 0; item < gaps.length; item++) {
            byTopic[topics[item]] += Double.isNaN(gaps[item]) ? 0 : (gaps[item] - mean) / n;
        }
        double variance = 0;
        for (int topic = 0; topic < byTopic.length; topic++) {
            variance += StrictMath.pow(byTopic[topic] - longer * fit.influence()[topic], 2);
        }
        variance *= fit.topics() / (fit.topics() - 1.0);
        double t = Math.abs(mean - fit.beta() * longer) / Math.sqrt(variance);
        return Double.isNaN(t) || Double.isInfinite(t)
                ? null
                : Double.valueOf(2 * new TDistribution(null, fit.topics() - 1.0).cumulativeProbability(-t));
    }

    private static double meanLog(LabelTable table, int dimension, int[][] lengths, int model) {
        return IntStream.range(0, lengths.length)
                .filter(item -> counts(table, item, model, dimension, lengths))
                .mapToDouble(item -> StrictMath.log(lengths[item][model]))
                .average()
                .orElse(Double.NaN);
    }

    private static boolean counts(LabelTable table, int item, int model, int dimension, int[][] lengths) {
        return lengths[item][model] > 0 && Conformity.scored(table, item, model, dimension) > 0;
    }

    private static double share(LabelTable table, int item, int model, int dimension) {
        return (double) Conformity.expressed(table, item, model, dimension)
                / Conformity.scored(table, item, model, dimension);
    }

    private static int[] clusters(LabelTable table) {
        Map<String, Integer> places = new HashMap<>();
        return table.units().stream()
                .mapToInt(unit -> places.computeIfAbsent(unit, key -> places.size()))
                .toArray();
    }

    /**
     * Of showing the value on the logarithm of the length.
     *
     * @param error standard error of beta
     * @param explained share of the variance within items and models
     * @param topics that say something of beta
     * @param influence of each topic of the table on beta
     */
    private record Regression(double beta, double error, double explained, int topics, double[] influence) {
        double quantile(double p) {
            return new TDistribution(null, topics - 1.0).inverseCumulativeProbability(p);
        }

        static Regression of(LabelTable table, int dimension, int[][] lengths) {
            int all = table.models().size();
            int taken = Math.min(all, MOST_MODELS);
            int items = lengths.length;
            double[][] x = new double[taken][items];
            double[][] y = new double[taken][items];
            for (int m = 0; m < taken; m++) {
                int model = (int) ((long) m * all / taken);
                for (int item = 0; item < items; item++) {
                    boolean there = counts(table, item, model, dimension, lengths);
                    x[m][item] = there ? StrictMath.log(lengths[item][model]) : Double.NaN;
                    y[m][item] = there ? share(table, item, model, dimension) : Double.NaN;
                }
            }
            within(x);
            within(y);
            int[] topicOf = clusters(table);
            double[] spread = new double[Arrays.stream(topicOf).max().orElse(-1) + 1];
            for (int item = 0; item < items; item++) {
                for (double[] row : x) {
                    spread[topicOf[item]] += Double.isNaN(row[item]) ? 0 : row[item] * row[item];
                }
            }
            int topics =
                    (int) Arrays.stream(spread).filter(one -> one > NOTHING).count();
            double xx = product(x, x);
            double xy = product(x, y);
            double yy = product(y, y);
            boolean differs = yy > NOTHING;
            if (topics < 2 || differs && yy - xy * xy / xx < NOTHING * yy) {
                return null;
            }
            double beta = xy / xx;
            double[] influence = new double[spread.length];
            for (int m = 0; m < taken; m++) {
                for (int item = 0; item < items; item++) {
                    influence[topicOf[item]] +=
                            Double.isNaN(x[m][item]) ? 0 : x[m][item] * (y[m][item] - beta * x[m][item]) / xx;
                }
            }
            double variance = Arrays.stream(influence).map(one -> one * one).sum() * topics / (topics - 1.0);
            return new Regression(beta, Math.sqrt(variance), differs ? xy * xy / xx / yy : 0, topics, influence);
        }

        /** Takes out the means of rows and columns in turn until nothing is left of them. */
        private static void within(double[][] z) {
            double largest = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS && largest > SETTLED; round++) {
                largest = 0;
                for (double[] row : z) {
                    double mean = Arrays.stream(row)
                            .filter(one -> !Double.isNaN(one))
                            .average()
                            .orElse(0);
                    for (int i = 0; i < row.length; i++) {
                        row[i] -= mean;
                    }
                }
                for (int i = 0; z.length > 0 && i < z[0].length; i++) {
                    double sum = 0;
                    int n = 0;
                    for (double[] row : z) {
                        sum += Double.isNaN(row[i]) ? 0 : row[i];
                        n += Double.isNaN(row[i]) ? 0 : 1;
                    }
                    for (double[] row : z) {
                        row[i] -= n == 0 ? 0 : sum / n;
                    }
                    largest = n == 0 ? largest : Math.max(largest, Math.abs(sum / n));
                }
            }
        }

        private static double product(double[][] one, double[][] other) {
            double sum = 0;
            for (int m = 0; m < one.length; m++) {
                for (int i = 0; i < one[m].length; i++) {
                    sum += Double.isNaN(one[m][i]) || Double.isNaN(other[m][i]) ? 0 : one[m][i] * other[m][i];
                }
            }
            return sum;
        }
    }
}
