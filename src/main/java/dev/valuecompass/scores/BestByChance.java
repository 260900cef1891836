package dev.valuecompass.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * How well the best of several candidates fits by chance: the permutation distribution of the largest of their rank
 * correlations with one profile whose values are put in a random order (Westfall and Young 1993, chapter 2). The candidates
 * stay as they are, so that it counts how alike they are: the best of many fits passes the bound for a single one far more
 * often than once in twenty times. Safe for many threads; the same candidates always give the same bounds.
 */
public final class BestByChance {
    private static final double LEVEL = 0.05;
    private static final int SHUFFLES = 4_999;
    private static final long SEED = 20;
    /** Sums of products of the same ranks differ by less. */
    private static final double SAME = 1e-9;

    /** The same ones for every profile of as many values, since to draw them takes longest. */
    private static final Map<Integer, int[][]> ORDERS = new ConcurrentHashMap<>();

    /** By the candidates: pages in each language, findings and later periods ask the same of the same countries. */
    private static final Map<List<List<Double>>, Map<List<Double>, Bounds>> DRAWN = new ConcurrentHashMap<>();

    /** Enough for the countries of every survey and the models of the periods of a site. */
    private static final int MOST_DRAWN = 200;

    private final List<String> dimensions;
    private final NaturalRanking ranking = new NaturalRanking();
    private final List<double[]> candidates = new ArrayList<>();
    private final Map<List<Double>, Bounds> bounds;

    /**
     * What the best and the worst of all fits seldom reach by chance, each once in twenty times.
     *
     * @param worst rank correlation, in [−1, 1]; null when any may be chance
     * @param best likewise
     */
    public record Bounds(Double worst, Double best) {
        /** Whether a fit, be it the best or the worst of all, is more than chance. */
        public boolean passedBy(double fit) {
            return best != null && fit >= best - SAME || worst != null && fit <= worst + SAME;
        }

        /** Whether the best fit is more than chance. */
        public boolean passedByBest(double fit) {
            return best != null && fit >= best - SAME;
        }
    }

    /**
     * @param dimensions that are compared
     * @param candidates scores by dimension; those that lack one, or whose scores are all alike, fit nothing
     */
    public BestByChance(List<String> dimensions, List<Map<String, Double>> candidates) {
        this.dimensions = List.copyOf(dimensions);
        for (Map<String, Double> candidate : candidates) {
            if (dimensions.stream().allMatch(dimension -> candidate.get(dimension) != null)) {
                double[] standard = standardised(ranks(candidate));
                if (standard != null) {
                    this.candidates.add(standard);
                }
            }
        }
        if (DRAWN.size() >= MOST_DRAWN) {
            DRAWN.clear();
        }
        this.bounds = DRAWN.computeIfAbsent(
                this.candidates.stream().map(BestByChance::boxed).toList(), key -> new ConcurrentHashMap<>());
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** For a profile that has a score on every dimension; ties among them make a difference, their sizes do not. */
    public Bounds of(Map<String, Double> profile) {
        return of(ranks(profile));
    }

    /** For a profile whose values all differ. */
    public Bounds untied() {
        return of(IntStream.rangeClosed(1, dimensions.size()).asDoubleStream().toArray());
    }

    private Bounds of(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        return bounds.computeIfAbsent(boxed(sorted), key -> drawn(sorted));
    }

    private static int[][] orders(int values) {
        RandomGenerator random = Seeds.stream(SEED, "best fit");
        return Stream.generate(() -> Seeds.permutation(values, random))
                .limit(SHUFFLES)
                .toArray(int[][]::new);
    }

    private Bounds drawn(double[] ranks) {
        double[] own = standardised(ranks);
        if (own == null || candidates.isEmpty()) {
            return new Bounds(null, null);
        }
        int[][] orders = ORDERS.computeIfAbsent(own.length, BestByChance::orders);
        double[] largest = new double[SHUFFLES];
        double[] smallest = new double[SHUFFLES];
        double[] shuffled = new double[own.length];
        for (int s = 0; s < SHUFFLES; s++) {
            int[] order = orders[s];
            for (int d = 0; d < own.length; d++) {
                shuffled[d] = own[order[d]];
            }
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (double[] candidate : candidates) {
                double fit = 0;
                for (int d = 0; d < own.length; d++) {
                    fit += shuffled[d] * candidate[d];
                }
                most = Math.max(most, fit);
                least = Math.min(least, fit);
            }
            largest[s] = most;
            smallest[s] = -least;
        }
        Double worst = bound(smallest);
        return new Bounds(worst == null ? null : Double.valueOf(-worst), bound(largest));
    }

    /** The least value that, with all above it, has p of at most 5 %; null when even the largest comes more often. */
    private static Double bound(double[] values) {
        Arrays.sort(values);
        Double bound = null;
        int at = values.length - 1;
        while (at >= 0) {
            int next = at;
            while (next >= 0 && values[next] > values[at] - SAME) {
                next--;
            }
            int asLarge = values.length - 1 - next;
            if ((asLarge + 1.0) / (values.length + 1.0) > LEVEL) {
                break;
            }
            bound = Math.min(1, values[next + 1]);
            at = next;
        }
        return bound;
    }

    private double[] ranks(Map<String, Double> scores) {
        return ranking.rank(dimensions.stream().mapToDouble(scores::get).toArray());
    }

    /** With mean 0 and length 1, so that a product of two is their correlation; null when all are alike. */
    private static double[] standardised(double[] ranks) {
        double mean = Arrays.stream(ranks).average().orElse(0);
        double length =
                Math.sqrt(Arrays.stream(ranks).map(r -> (r - mean) * (r - mean)).sum());
        return length == 0
                ? null
                : Arrays.stream(ranks).map(r -> (r - mean) / length).toArray();
    }
}
