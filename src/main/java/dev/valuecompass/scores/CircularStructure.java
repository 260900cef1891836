package dev.valuecompass.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Whether values hang together as a circle says they do (Schwartz 1992): neighbours rise and fall together, opposites
 * against each other. Profiles are centred first, since raw scores share a factor of showing much or little of
 * everything; centring alone makes the mean correlation {@code −1/(values − 1)}, so that, and not 0, is what a structure
 * is told from.
 *
 * @param profiles how many were correlated over
 * @param expected mean correlation without any structure, {@code −1/(values − 1)}
 * @param byDistance mean correlation of values 1, 2, … steps apart on the circle
 * @param fit Pearson's correlation over pairs of values between their distance on the circle and their correlation;
 *     −1 would be a perfect circle, 0 none
 * @param p chance that a random order of the values fits as well or better, by {@value #SHUFFLES} seeded shuffles
 */
public record CircularStructure(
        int profiles, double expected, List<DistanceCorrelation> byDistance, double fit, double p) {
    private static final int SHUFFLES = 9999;
    private static final int FEWEST_PROFILES = 3;
    private static final int FEWEST_VALUES = 4;

    /** @param pairs of values that are so far apart */
    public record DistanceCorrelation(int distance, int pairs, double correlation) {}

    /**
     * @param circle dimension ids in their order around the circle, four or more
     * @param scores profiles by dimension; incomplete ones are left out
     * @return null with fewer than three profiles, or when a value is the same in all of them
     */
    public static CircularStructure of(List<String> circle, List<Map<String, Double>> scores, long seed) {
        double[][] r = correlations(circle, scores);
        if (r == null) {
            return null;
        }
        int n = circle.size();
        int[] natural = IntStream.range(0, n).toArray();
        double fit = fit(r, natural);
        RandomGenerator random = Seeds.stream(seed, "circle");
        int asGood = 1;
        for (int s = 0; s < SHUFFLES; s++) {
            asGood += fit(r, Seeds.permutation(n, random)) <= fit + 1e-12 ? 1 : 0;
        }
        return new CircularStructure(
                complete(circle, scores).size(), -1.0 / (n - 1), steps(r), fit, asGood / (SHUFFLES + 1.0));
    }

    /**
     * The mean correlations alone, without a test.
     *
     * @return null as above
     */
    public static List<DistanceCorrelation> byDistance(List<String> circle, List<Map<String, Double>> scores) {
        double[][] r = correlations(circle, scores);
        return r == null ? null : steps(r);
    }

    private static List<double[]> complete(List<String> circle, List<Map<String, Double>> scores) {
        return scores.stream()
                .flatMap(profile -> CentredProfile.of(circle, profile).stream())
                .map(centred -> circle.stream().mapToDouble(centred::get).toArray())
                .toList();
    }

    /** Null where they cannot be computed. */
    private static double[][] correlations(List<String> circle, List<Map<String, Double>> scores) {
        List<double[]> rows = complete(circle, scores);
        if (rows.size() < FEWEST_PROFILES || circle.size() < FEWEST_VALUES) {
            return null;
        }
        double[][] r = new PearsonsCorrelation(rows.toArray(double[][]::new))
                .getCorrelationMatrix()
                .getData();
        return Arrays.stream(r).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN) ? null : r;
    }

    private static List<DistanceCorrelation> steps(double[][] r) {
        List<DistanceCorrelation> steps = new ArrayList<>();
        for (int distance = 1; distance <= r.length / 2; distance++) {
            double sum = 0;
            int pairs = 0;
            for (int i = 0; i < r.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (apart(i, j, r.length) == distance) {
                        sum += r[i][j];
                        pairs++;
                    }
                }
            }
            steps.add(new DistanceCorrelation(distance, pairs, sum / pairs));
        }
        return List.copyOf(steps);
    }

    /** @param places of the values on the circle */
    private static double fit(double[][] r, int[] places) {
        int n = r.length;
        double[] distances = new double[n * (n - 1) / 2];
        double[] correlations = new double[distances.length];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[k] = apart(places[i], places[j], n);
                correlations[k++] = r[i][j];
            }
        }
        return new PearsonsCorrelation().correlation(distances, correlations);
    }

    private static int apart(int one, int other, int around) {
        int way = Math.abs(one - other);
        return Math.min(way, around - way);
    }
}
