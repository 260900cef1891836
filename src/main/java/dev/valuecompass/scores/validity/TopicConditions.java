package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.ClusteredShare;
import dev.valuecompass.scores.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Whether what a model shows of one value depends on what it is asked about. A two-way analysis of variance with topics nested
 * in categories (Kirk 1995, chapter 11): the mean square of model × category over that of model × topic within category, on
 * topics that all models have scored answers to.
 *
 * @param categories with two such topics or more, in the order of their names
 * @param topics of these categories
 * @param f the ratio; null where models differ in nothing within categories
 * @param p chance of a ratio as large where no model depends on the category; null likewise
 * @param rows of every model
 */
public record TopicConditions(List<String> categories, int topics, Double f, Double p, List<ConditionRow> rows) {
    private static final double NOTHING = 1e-12;

    /**
     * A model on the topics of each category, in the order of the categories.
     *
     * @param conformity in [0, 100]
     * @param low ends of the intervals over topics, see {@link WilsonInterval}
     * @param high their upper ends
     */
    public record ConditionRow(String model, List<Double> conformity, List<Double> low, List<Double> high) {}

    /**
     * @param modelIds by place in the shares
     * @param category of a topic, by place in the shares
     * @param level of the intervals, in (0, 1)
     * @return null with fewer than two models or categories
     */
    static TopicConditions of(
            TopicShares shares, IntFunction<String> modelIds, IntFunction<String> category, double level) {
        Map<String, List<Integer>> byCategory = new LinkedHashMap<>();
        IntStream.range(0, shares.topics())
                .filter(topic -> complete(shares, topic))
                .boxed()
                .sorted(Comparator.comparing(category::apply))
                .forEach(topic -> byCategory
                        .computeIfAbsent(category.apply(topic), name -> new ArrayList<>())
                        .add(topic));
        byCategory.values().removeIf(topics -> topics.size() < 2);
        if (shares.models() < 2 || byCategory.size() < 2) {
            return null;
        }
        List<ConditionRow> rows = IntStream.range(0, shares.models())
                .mapToObj(model -> row(shares, model, modelIds.apply(model), byCategory.values(), level))
                .toList();
        int topics = byCategory.values().stream().mapToInt(List::size).sum();
        double[] squares = squares(shares, List.copyOf(byCategory.values()), topics);
        double between = (shares.models() - 1.0) * (byCategory.size() - 1);
        double within = (shares.models() - 1.0) * (topics - byCategory.size());
        Double f = squares[1] < NOTHING ? null : Double.valueOf(squares[0] / between / (squares[1] / within));
        return new TopicConditions(
                List.copyOf(byCategory.keySet()),
                topics,
                f,
                f == null
                        ? null
                        : Double.valueOf(1 - new FDistribution(null, between, within).cumulativeProbability(f)),
                rows);
    }

    private static boolean complete(TopicShares shares, int topic) {
        return IntStream.range(0, shares.models()).allMatch(model -> shares.scored(model, topic) > 0);
    }

    private static ConditionRow row(
            TopicShares shares, int model, String id, Collection<List<Integer>> categories, double level) {
        List<Double> conformity = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (List<Integer> topics : categories) {
            int[] scored =
                    topics.stream().mapToInt(t -> shares.scored(model, t)).toArray();
            int[] expressed =
                    topics.stream().mapToInt(t -> shares.expressed(model, t)).toArray();
            ClusteredShare share = new ClusteredShare(scored, expressed, topics.size());
            Interval interval = WilsonInterval.of(share, level);
            conformity.add(100 * share.share());
            low.add(interval.low());
            high.add(interval.high());
        }
        return new ConditionRow(id, conformity, low, high);
    }

    /** Sums of squares of model × category, and of model × topic within category. */
    private static double[] squares(TopicShares shares, List<List<Integer>> categories, int topics) {
        int models = shares.models();
        double[][] cell = new double[models][categories.size()];
        double[] ofModel = new double[models];
        double[] ofCategory = new double[categories.size()];
        double grand = 0;
        double within = 0;
        for (int c = 0; c < categories.size(); c++) {
            List<Integer> of = categories.get(c);
            double[] ofTopic = new double[of.size()];
            for (int m = 0; m < models; m++) {
                for (int t = 0; t < ofTopic.length; t++) {
                    double x = mean(shares, m, of.get(t));
                    cell[m][c] += x / of.size();
                    ofTopic[t] += x / models;
                    ofModel[m] += x / topics;
                    ofCategory[c] += x / models / of.size();
                    grand += x / models / topics;
                }
            }
            for (int m = 0; m < models; m++) {
                for (int t = 0; t < ofTopic.length; t++) {
                    double rest = mean(shares, m, of.get(t)) - cell[m][c] - ofTopic[t] + ofCategory[c];
                    within += rest * rest;
                }
            }
        }
        double between = 0;
        for (int c = 0; c < categories.size(); c++) {
            for (int m = 0; m < models; m++) {
                double rest = cell[m][c] - ofModel[m] - ofCategory[c] + grand;
                between += categories.get(c).size() * rest * rest;
            }
        }
        return new double[] {between, within};
    }

    private static double mean(TopicShares shares, int model, int topic) {
        return (double) shares.expressed(model, topic) / shares.scored(model, topic);
    }
}
