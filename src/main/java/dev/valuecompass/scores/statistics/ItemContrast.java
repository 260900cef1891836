package dev.valuecompass.scores.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether items of one kind are answered otherwise than items of another by the same models. The models are those that were
 * asked; what is a sample are the items, and so it is their differences, not those of the models, that a difference of the
 * kinds is held against. Items of one topic count as one cluster, whichever their kinds.
 *
 * @param change mean of the first kind less that of the second, in points, averaged over the strata that have both kinds
 * @param first items of the first kind in these strata
 * @param second items of the second kind
 * @param clusters that they come in
 */
public record ItemContrast(MeanChange change, int first, int second, int clusters) {

    /**
     * One item.
     *
     * @param stratum items are only compared within one, such as those on one value
     * @param cluster of items that hang together
     * @param first whether it is of the first kind
     * @param value mean over the models, in points
     */
    public record Case(String stratum, String cluster, boolean first, double value) {}

    /** @return null when no stratum has items of both kinds, each in two clusters or more */
    public static ItemContrast of(Collection<Case> cases, double level) {
        Map<String, Map<Boolean, List<Case>>> strata = new TreeMap<>();
        for (Case one : cases) {
            strata.computeIfAbsent(one.stratum(), key -> new HashMap<>())
                    .computeIfAbsent(one.first(), key -> new ArrayList<>())
                    .add(one);
        }
        strata.values().removeIf(kinds -> fewestClusters(kinds) < 2);
        Map<String, Double> parts = new TreeMap<>();
        int[] counts = new int[2];
        int freedom = 0;
        double difference = 0;
        for (Map<Boolean, List<Case>> kinds : strata.values()) {
            freedom += fewestClusters(kinds) - 1;
            for (boolean first : new boolean[] {true, false}) {
                List<Case> items = kinds.get(first);
                double mean = items.stream().mapToDouble(Case::value).average().orElseThrow();
                double weight = (first ? 1.0 : -1.0) / strata.size();
                difference += weight * mean;
                counts[first ? 0 : 1] += items.size();
                // Each mean is taken from its own clusters, which vary less about it than about what it estimates.
                double clusters = clusters(items);
                double share = weight * Math.sqrt(clusters / (clusters - 1)) / items.size();
                for (Case item : items) {
                    parts.merge(item.cluster(), share * (item.value() - mean), Double::sum);
                }
            }
        }
        if (strata.isEmpty()) {
            return null;
        }
        double variance =
                parts.values().stream().mapToDouble(part -> part * part).sum();
        return new ItemContrast(
                MeanChange.of(difference, counts[0] + counts[1], variance, freedom, level),
                counts[0],
                counts[1],
                parts.size());
    }

    /** Of the rarer kind, which decides how well a difference is known; 0 where there is but one kind. */
    private static int fewestClusters(Map<Boolean, List<Case>> kinds) {
        return kinds.size() < 2
                ? 0
                : kinds.values().stream().mapToInt(ItemContrast::clusters).min().orElseThrow();
    }

    private static int clusters(List<Case> items) {
        return (int) items.stream().map(Case::cluster).distinct().count();
    }
}
