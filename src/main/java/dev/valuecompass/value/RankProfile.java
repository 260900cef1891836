package dev.valuecompass.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order of values whose distances are not known.
 *
 * @param order dimension ids, most important first
 */
public record RankProfile(String id, String name, String system, List<String> order, String source) {
    /** The order as figures by dimension: the first of n has n, the last 1. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        order.forEach(dimension -> figures.put(dimension, (double) order.size() - figures.size()));
        return figures;
    }
}
