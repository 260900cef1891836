package dev.valuecompass.scores.statistics;

import java.util.stream.IntStream;

/**
 * A share of answers that come in clusters. Its variance is that of a ratio, linearised: each cluster counts with what it
 * has above or below the share (Cochran 1977, section 6.3).
 *
 * @param scored answers of each cluster, 0 or more
 * @param expressed answers of each cluster that count, at most {@code scored}
 * @param items that the answers are to, at least as many as clusters have answers
 */
public record ClusteredShare(int[] scored, int[] expressed, int items) {
    /** That have an answer. */
    public int clusters() {
        return (int) IntStream.of(scored).filter(n -> n > 0).count();
    }

    int answers() {
        return IntStream.of(scored).sum();
    }

    /** In [0, 1]; NaN without an answer. */
    public double share() {
        return (double) IntStream.of(expressed).sum() / answers();
    }

    /** Of the share, over clusters; there are two or more. */
    double variance() {
        double share = share();
        double squares = IntStream.range(0, scored.length)
                .mapToDouble(i -> StrictMath.pow(expressed[i] - share * scored[i], 2))
                .sum();
        double clusters = clusters();
        return squares * clusters / (clusters - 1) / ((double) answers() * answers());
    }

    /**
     * The variance over that of as many independent answers (Kish 1965): 1 with one answer in each cluster. Null where all
     * answers are alike, or there are fewer than two clusters.
     */
    Double designEffect() {
        double share = share();
        return clusters() < 2 || share == 0 || share == 1
                ? null
                : Double.valueOf(variance() * (answers() - 1) / (share * (1 - share)));
    }

    /**
     * How many independent answers would vary as much, between 1 and the number of answers. Where all are alike nothing tells
     * how clusters differ, and each counts once.
     */
    double independent() {
        double share = share();
        return share == 0 || share == 1
                ? clusters()
                : Math.max(1, Math.min(answers(), share * (1 - share) / variance()));
    }
}
