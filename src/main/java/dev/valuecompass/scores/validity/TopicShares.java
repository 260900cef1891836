package dev.valuecompass.scores.validity;

import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.LabelTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The answers on one value, counted by model and topic: the facets that reliability is told of. Topics are the units of the
 * table. Only models with scored answers on two of them are there, and only topics and items that one of these answered.
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
        int[] models = IntStream.range(0, table.models().size())
                .filter(model -> onSeveralTopics(table, model, dimension))
                .toArray();
        Map<String, Integer> places = new HashMap<>();
        int[] topicOf = new int[table.items().size()];
        int[] first = new int[topicOf.length];
        int items = 0;
        for (int item = 0; item < topicOf.length; item++) {
            topicOf[item] = -1;
            if (answered(table, item, models, dimension)) {
                int next = places.size();
                topicOf[item] = places.computeIfAbsent(table.units().get(item), unit -> next);
                first[topicOf[item]] = topicOf[item] == next ? item : first[topicOf[item]];
                items++;
            }
        }
        int[][] scored = new int[models.length][places.size()];
        int[][] expressed = new int[models.length][places.size()];
        for (int item = 0; item < topicOf.length; item++) {
            for (int m = 0; topicOf[item] >= 0 && m < models.length; m++) {
                scored[m][topicOf[item]] += Conformity.scored(table, item, models[m], dimension);
                expressed[m][topicOf[item]] += Conformity.expressed(table, item, models[m], dimension);
            }
        }
        return new TopicShares(models, Arrays.copyOf(first, places.size()), scored, expressed, items);
    }

    private static boolean onSeveralTopics(LabelTable table, int model, int dimension) {
        return IntStream.range(0, table.items().size())
                        .filter(item -> Conformity.scored(table, item, model, dimension) > 0)
                        .mapToObj(table.units()::get)
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private static boolean answered(LabelTable table, int item, int[] models, int dimension) {
        return IntStream.of(models).anyMatch(model -> Conformity.scored(table, item, model, dimension) > 0);
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

    /** With a scored answer of these models. */
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
