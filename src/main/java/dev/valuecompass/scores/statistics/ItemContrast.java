package dev.valuecompass.scores.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** @return null when no stratum has both kinds, or a kind comes in fewer than two clusters */
    public static ItemContrast of(Collection<Case> cases, double level) {
        Map<String, Map<Boolean, List<Case>>> strata = new TreeMap<>();
        for (Case one : cases) {
            strata.computeIfAbsent(one.stratum(), key -> new HashMap<>())
                    .computeIfAbsent(one.first(), key -> new ArrayList<>())
                    .add(one);
        }
        strata.values().removeIf(kinds -> kinds.size() < 2);
        Map<Boolean, Set<String>> clusters = Map.of(true, new HashSet<>(), false, new HashSet<>());
        Map<String, Double> parts = new TreeMap<>();
        Map<Boolean, Integer> counts = new HashMap<>();
        double difference = 0;
        for (Map<Boolean, List<Case>> kinds : strata.values()) {
            for (boolean first : new boolean[] {true, false}) {
                List<Case> items = kinds.get(first);
                double mean = items.stream().mapToDouble(Case::value).average().orElseThrow();
                double weight = (first ? 1.0 : -1.0) / strata.size();
                difference += weight * mean;
                counts.merge(first, items.size(), Integer::sum);
                for (Case item : items) {
                    clusters.get(first).add(item.cluster());
                    parts.merge(item.cluster(), weight * (item.value() - mean) / items.size(), Double::sum);
                }
            }
        }
        // The rarer kind decides how well a difference is known; each stratum takes a mean of its own.
        int known = Math.min(clusters.get(true).size(), clusters.get(false).size()) - strata.size();
        if (strata.isEmpty() || known < 1) {
            return null;
        }
        return new ItemContrast(
                MeanChange.of(difference, counts.get(true) + counts.get(false), parts.values(), known, level),
                counts.get(true),
                counts.get(false),
                parts.size());
    }
}
