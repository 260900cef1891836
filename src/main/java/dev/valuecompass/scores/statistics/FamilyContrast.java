package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Seeds;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Whether models of one family are more alike than models of different ones: a permutation test over the family labels
 * (Mantel 1967 with groups for distances; the families keep their sizes).
 *
 * @param models in all
 * @param families with two members or more
 * @param pairs of models within a family
 * @param within mean distance of these pairs
 * @param between mean distance of all other pairs
 * @param p chance that labels dealt at random leave {@code between − within} as large or larger
 * @param shuffles by which p was estimated
 */
public record FamilyContrast(
        int models, int families, int pairs, double within, double between, double p, int shuffles) {
    private static final int MOST_SHUFFLES = 9999;
    private static final int FEWEST_SHUFFLES = 199;
    /** Pairs looked at in all; a thousand models would otherwise take minutes. */
    private static final long WORK = 100_000_000;

    /**
     * @param family of each model
     * @param profiles of each model, in the same order; distances are root mean square differences
     * @return null when no family has two members, or there is only one family
     */
    public static FamilyContrast of(List<String> family, List<double[]> profiles, long seed) {
        int n = family.size();
        double[][] distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(profiles.get(i), profiles.get(j));
            }
        }
        int[] labels = family.stream().mapToInt(family::indexOf).toArray();
        double[] means = means(distances, labels);
        int pairs = (int) means[2];
        if (pairs == 0 || pairs == n * (n - 1) / 2) {
            return null;
        }
        double gap = means[1] - means[0];
        RandomGenerator random = Seeds.stream(seed, "families");
        int shuffles = (int) Math.max(FEWEST_SHUFFLES, Math.min(MOST_SHUFFLES, 2 * WORK / ((long) n * n)));
        int asLarge = 1;
        for (int s = 0; s < shuffles; s++) {
            int[] order = Seeds.permutation(n, random);
            int[] dealt = new int[n];
            for (int i = 0; i < n; i++) {
                dealt[i] = labels[order[i]];
            }
            double[] shuffled = means(distances, dealt);
            asLarge += shuffled[1] - shuffled[0] >= gap - 1e-12 ? 1 : 0;
        }
        long families = family.stream()
                .distinct()
                .filter(id -> family.stream().filter(id::equals).count() > 1)
                .count();
        return new FamilyContrast(n, (int) families, pairs, means[0], means[1], asLarge / (shuffles + 1.0), shuffles);
    }

    /** Mean within, mean between, pairs within. */
    private static double[] means(double[][] distances, int[] labels) {
        double within = 0;
        double between = 0;
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < i; j++) {
                if (labels[i] == labels[j]) {
                    within += distances[i][j];
                    pairs++;
                } else {
                    between += distances[i][j];
                    others++;
                }
            }
        }
        return new double[] {within / Math.max(1, pairs), between / Math.max(1, others), pairs};
    }

    private static double distance(double[] x, double[] y) {
        double squares = 0;
        for (int d = 0; d < x.length; d++) {
            squares += (x[d] - y[d]) * (x[d] - y[d]);
        }
        return Math.sqrt(squares / x.length);
    }
}
