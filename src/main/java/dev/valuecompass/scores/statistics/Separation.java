package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Scoring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Which models of a leaderboard can be told apart by their means over all dimensions. Every pair is tested on the same
 * resampled items: the difference over its bootstrap standard error against Student's distribution, corrected for the
 * number of pairs by Holm. What is drawn are units of items that hang together, such as those of one topic; as no number of
 * units can tell more than a sign test on them, p is never below {@code 2^(1 − units)}.
 *
 * @param places by score, highest first; models without a score on every dimension are left out
 * @param groups longest runs of places, from the top, in which no two models can be told apart; they may overlap, and
 *     a run of one is a model that stands apart from both of its neighbours
 */
public record Separation(List<RankInterval> places, List<RankGroup> groups) {
    /** Chance that the tests of a board, all together, take any two equal models for different. */
    private static final double FALSE_DIFFERENCES = 0.05;

    private static final List<String> NUMBERS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /**
     * The ranks that a model may have: those of all models but the ones that are told apart from it.
     *
     * @param score mean over dimensions
     * @param low best place @param high worst place, both from 1
     * @param together runs of places, in order, of the models that are not told apart from it, its own among them
     */
    public record RankInterval(String model, double score, int low, int high, List<RankGroup> together) {}

    /** Places {@code first} to {@code last}, from 1, both included. */
    public record RankGroup(int first, int last) {}

    /** @param seed of the resampled items, so that the same labels give the same groups */
    public static Separation of(LabelTable labels, Scoring scoring, long seed) {
        return of(labels, scoring, seed, Map.of());
    }

    /** @param corrected levels by model and dimension, which take the place of scores; empty where nothing is corrected */
    public static Separation of(
            LabelTable labels, Scoring scoring, long seed, Map<List<String>, GoldCorrection.Level> corrected) {
        LabelTable table = labels.sorted();
        Conformity conformity = new Conformity(table);
        ItemBootstrap bootstrap = new ItemBootstrap(table, scoring.resamples(), seed);
        int dimensions = table.dimensions().size();
        List<ResampledScore> models = IntStream.range(0, table.models().size())
                .filter(m -> IntStream.range(0, dimensions).allMatch(d -> conformity.score(m, d) != null))
                .mapToObj(m -> new ResampledScore(
                        table.models().get(m),
                        IntStream.range(0, dimensions)
                                .mapToDouble(d -> level(table, conformity, m, d, corrected))
                                .average()
                                .orElseThrow(),
                        bootstrap.mean(m, corrected)))
                .toList();
        return of(models, bootstrap.units());
    }

    private static double level(
            LabelTable table,
            Conformity conformity,
            int model,
            int dimension,
            Map<List<String>, GoldCorrection.Level> corrected) {
        GoldCorrection.Level level = corrected.get(
                List.of(table.models().get(model), table.dimensions().get(dimension)));
        return level == null ? conformity.score(model, dimension) : level.level();
    }

    /** A model with its mean and the same figure in every resample. */
    record ResampledScore(String model, double score, double[] draws) {}

    static Separation of(List<ResampledScore> unsorted, int units) {
        List<ResampledScore> models = unsorted.stream()
                .sorted(Comparator.comparingDouble(ResampledScore::score)
                        .reversed()
                        .thenComparing(ResampledScore::model))
                .toList();
        boolean[][] apart = apart(models, units);
        List<RankInterval> places = IntStream.range(0, models.size())
                .mapToObj(place -> interval(models.get(place), place, apart))
                .toList();
        return new Separation(places, groups(apart));
    }

    /** What the tests say about the top, in one sentence; empty with fewer than two models. */
    String verdict() {
        if (places.size() < 2) {
            return "";
        }
        int first = groups.get(0).last();
        if (first == 1) {
            return "The first is told apart from the second.";
        }
        return first == places.size()
                ? "No two of the models can be told apart by their means."
                : "The first " + (first < NUMBERS.size() + 2 ? NUMBERS.get(first - 2) : first)
                        + " cannot be told apart by their means.";
    }

    /** @param apart which pairs of places are told apart; each pair once, the better place first */
    private static RankInterval interval(ResampledScore model, int place, boolean[][] apart) {
        List<RankGroup> together = new ArrayList<>();
        int low = 1;
        int high = apart.length;
        for (int other = 0; other < apart.length; other++) {
            if (apart[Math.min(place, other)][Math.max(place, other)]) {
                low += other < place ? 1 : 0;
                high -= other > place ? 1 : 0;
            } else {
                RankGroup last = together.isEmpty() ? null : together.get(together.size() - 1);
                boolean follows = last != null && last.last() == other;
                if (follows) {
                    together.remove(last);
                }
                together.add(new RankGroup(follows ? last.first() : other + 1, other + 1));
            }
        }
        return new RankInterval(model.model(), model.score(), low, high, List.copyOf(together));
    }

    private static boolean[][] apart(List<ResampledScore> models, int units) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        double[] adjusted = Holm.adjusted(pairs.stream()
                .mapToDouble(pair -> p(models.get(pair[0]), models.get(pair[1]), units))
                .toArray());
        boolean[][] apart = new boolean[models.size()][models.size()];
        for (int k = 0; k < adjusted.length; k++) {
            apart[pairs.get(k)[0]][pairs.get(k)[1]] = adjusted[k] <= FALSE_DIFFERENCES;
        }
        return apart;
    }

    /** Two-sided. Resamples in which either model has no scored answer are left aside. */
    static double p(ResampledScore one, ResampledScore other, int units) {
        double difference = Math.abs(one.score() - other.score());
        double[] drawn = IntStream.range(0, one.draws().length)
                .mapToDouble(r -> one.draws()[r] - other.draws()[r])
                .filter(d -> !Double.isNaN(d))
                .toArray();
        double error = drawn.length < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(StatUtils.variance(drawn));
        if (difference < 1e-9) {
            return 1;
        }
        // A bootstrap's variance is that of n units rather than n − 1, and with few units it is itself uncertain.
        double corrected = error * Math.sqrt(units / (units - 1.0));
        double tail = error == 0
                ? 0
                : 2 * new TDistribution(null, Math.max(1, units - 1)).cumulativeProbability(-difference / corrected);
        return Math.max(tail, Math.min(1, StrictMath.pow(2, 1 - units)));
    }

    private static List<RankGroup> groups(boolean[][] apart) {
        List<RankGroup> groups = new ArrayList<>();
        int reached = -1;
        for (int first = 0; first < apart.length; first++) {
            int last = first;
            while (last + 1 < apart.length && together(apart, first, last + 1)) {
                last++;
            }
            if (last > reached) {
                groups.add(new RankGroup(first + 1, last + 1));
                reached = last;
            }
        }
        return groups;
    }

    private static boolean together(boolean[][] apart, int first, int next) {
        return IntStream.range(first, next).noneMatch(i -> apart[i][next]);
    }
}
