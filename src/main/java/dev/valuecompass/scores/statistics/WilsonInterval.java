package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Wilson's score interval (1927) for a share of answers that come in items: the number of answers is replaced by the
 * number of independent answers that would vary as much as the items do (Korn & Graubard 1998). Unlike a resampled
 * interval it has width where every answer is alike.
 */
final class WilsonInterval {
    private WilsonInterval() {}

    /**
     * @param scored answers of each item, 0 or more; at least two items have some
     * @param expressed answers of each item that count, at most {@code scored}
     * @param level in (0, 1)
     * @return in percent, within [0, 100]
     */
    static Interval of(int[] scored, int[] expressed, double level) {
        double share =
                (double) IntStream.of(expressed).sum() / IntStream.of(scored).sum();
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double penalty = z * z / independent(scored, expressed, share);
        double middle = (share + penalty / 2) / (1 + penalty);
        double half = Math.sqrt(penalty * (share * (1 - share) + penalty / 4)) / (1 + penalty);
        return new Interval(100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half), level);
    }

    /**
     * Between 1 and the number of answers. Where all answers are alike nothing tells how items differ, and each item
     * counts once.
     */
    private static double independent(int[] scored, int[] expressed, double share) {
        long items = IntStream.of(scored).filter(n -> n > 0).count();
        if (share == 0 || share == 1) {
            return items;
        }
        double answers = IntStream.of(scored).sum();
        double squares = IntStream.range(0, scored.length)
                .mapToDouble(i -> StrictMath.pow(expressed[i] - share * scored[i], 2))
                .sum();
        double variance = squares * items / (items - 1) / (answers * answers);
        return Math.max(1, Math.min(answers, share * (1 - share) / variance));
    }
}
