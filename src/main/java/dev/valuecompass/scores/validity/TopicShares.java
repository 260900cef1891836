package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The answers on one value, counted by model and topic: the facets that reliability is told of. Topics are the units of the
 * table; only those with a scored answer are there, and only models with scored answers on two of them.
 */
final class TopicShares {
    /** Places of the models in the table. */
    private final int[] models;

    /** For each topic the place of its first item in the table. */
    private final int[] firstItems;

    private final int[][] scored;
    private final int[][] expressed;
    private final int items;

    private TopicShares(int[] models, int[] firstItems, int[][] scored, int[][] expressed, int items) {
        this.models = models;
        this.firstItems = firstItems;
        this.scored = scored;
        this.expressed = expressed;
        this.items = items;
    }

    static TopicShares of(LabelTable table, int dimension) {
        Map<String, Integer> places = new HashMap<>();
        int[] topicOf = new int[table.items().size()];
        int[] first = new int[topicOf.length];
        int items = 0;
        for (int item = 0; item < topicOf.length; item++) {
            topicOf[item] = -1;
            if (answered(table, item, dimension)) {
                int next = places.size();
                topicOf[item] = places.computeIfAbsent(table.units().get(item), unit -> next);
                first[topicOf[item]] = topicOf[item] == next ? item : first[topicOf[item]];
                items++;
            }
        }
        int[][] scored = new int[table.models().size()][places.size()];
        int[][] expressed = new int[scored.length][places.size()];
        for (int item = 0; item < topicOf.length; item++) {
            for (int model = 0; topicOf[item] >= 0 && model < scored.length; model++) {
                scored[model][topicOf[item]] += Conformity.scored(table, item, model, dimension);
                expressed[model][topicOf[item]] += Conformity.expressed(table, item, model, dimension);
            }
        }
        int[] kept = IntStream.range(0, scored.length)
                .filter(model -> IntStream.of(scored[model]).filter(n -> n > 0).count() > 1)
                .toArray();
        return new TopicShares(
                kept,
                IntStream.range(0, places.size()).map(topic -> first[topic]).toArray(),
                IntStream.of(kept).mapToObj(model -> scored[model]).toArray(int[][]::new),
                IntStream.of(kept).mapToObj(model -> expressed[model]).toArray(int[][]::new),
                items);
    }

    private static boolean answered(LabelTable table, int item, int dimension) {
        for (int model = 0; model < table.models().size(); model++) {
            if (Conformity.scored(table, item, model, dimension) > 0) {
                return true;
            }
        }
        return false;
    }

    int models() {
        return models.length;
    }

    /** Where a model stands in the table. */
    int place(int model) {
        return models[model];
    }

    int topics() {
        return firstItems.length;
    }

    /** Place in the table of the first item of a topic. */
    int firstItem(int topic) {
        return firstItems[topic];
    }

    /** With a scored answer. */
    int items() {
        return items;
    }

    int scored(int model, int topic) {
        return scored[model][topic];
    }

    int expressed(int model, int topic) {
        return expressed[model][topic];
    }

    /** The score on some topics, in [0, 1]; NaN without a scored answer to them. */
    double share(int model, boolean[] among, boolean side) {
        int n = 0;
        int x = 0;
        int[] scoredHere = scored[model];
        int[] expressedHere = expressed[model];
        for (int topic = 0; topic < among.length; topic++) {
            if (among[topic] == side) {
                n += scoredHere[topic];
                x += expressedHere[topic];
            }
        }
        return (double) x / n;
    }

    /** The score on all topics, in [0, 1]. */
    double share(int model) {
        return (double) IntStream.of(expressed[model]).sum()
                / IntStream.of(scored[model]).sum();
    }
}
