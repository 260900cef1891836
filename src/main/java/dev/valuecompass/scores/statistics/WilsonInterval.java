package dev.valuecompass.scores.statistics;

import dev.valuecompass.scores.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Wilson's score interval (1927) for a share of answers that come in clusters: the number of answers is replaced by the
 * number of independent answers that would vary as much as the clusters do, less where there are fewer clusters than items
 * to tell how much that is (Korn & Graubard 1998). Unlike a resampled interval it has width where every answer is alike.
 */
public final class WilsonInterval {
    private WilsonInterval() {}

    /**
     * @param share of two clusters or more
     * @param level in (0, 1)
     * @return in percent, within [0, 100]
     */
    public static Interval of(ClusteredShare share, double level) {
        double p = share.share();
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double penalty = z * z / (share.independent() * sureness(share, level));
        double middle = (p + penalty / 2) / (1 + penalty);
        double half = Math.sqrt(penalty * (p * (1 - p) + penalty / 4)) / (1 + penalty);
        return new Interval(100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half), level);
    }

    /** How much less is known of a variance from clusters than from items: 1 where each item is a cluster. */
    private static double sureness(ClusteredShare share, double level) {
        if (share.items() <= share.clusters()) {
            return 1;
        }
        double ofItems = student(share.items() - 1, level);
        double ofClusters = student(share.clusters() - 1, level);
        return ofItems * ofItems / (ofClusters * ofClusters);
    }

    private static double student(int freedom, double level) {
        return new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2);
    }
}
