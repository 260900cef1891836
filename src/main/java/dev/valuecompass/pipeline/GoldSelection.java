package dev.valuecompass.pipeline;

import dev.valuecompass.io.Digest;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels by people that belong to the answers of a run. An answer that was given anew is another one, and what people said
 * of the old one does not hold of it. Safe for use by many threads.
 */
final class GoldSelection {
    private final Map<List<String>, List<GoldRecord>> byAnswer = new HashMap<>();
    private final List<GoldRecord> met = new ArrayList<>();
    private final int given;

    GoldSelection(List<GoldRecord> gold) {
        gold.forEach(one -> byAnswer.computeIfAbsent(List.of(one.model(), one.caseId()), key -> new ArrayList<>())
                .add(one));
        this.given = gold.size();
    }

    /** Keeps the labels of this answer. */
    synchronized void offer(Case read) {
        byAnswer.getOrDefault(List.of(read.model(), read.id()), List.of()).stream()
                .filter(one -> one.answer().equals(read.answer()))
                .filter(one -> read.readings().stream()
                        .anyMatch(reading -> reading.dimension().equals(one.dimension())))
                .forEach(met::add);
    }

    /** The same of answers of which only labels are here. @param items by which dimensions the labels are ordered */
    void offer(FrozenLabels frozen, List<ItemSets> items) {
        Map<String, List<String>> dimensions = new HashMap<>();
        items.forEach(set -> set.items()
                .forEach(item -> dimensions.put(item.id(), set.system().dimensionIds())));
        byAnswer.values()
                .forEach(ofAnswer -> ofAnswer.forEach(gold -> frozen.row(gold.model(), gold.item(), gold.sample())
                        .filter(row -> row.answer() == Digest.first64(gold.answer()))
                        .filter(row -> labelled(
                                row.labels().labels(),
                                dimensions.getOrDefault(gold.item(), List.of()).indexOf(gold.dimension())))
                        .ifPresent(row -> met(gold))));
    }

    private static boolean labelled(String labels, int dimension) {
        return dimension >= 0 && dimension < labels.length() && Label.isCode(labels.charAt(dimension));
    }

    private synchronized void met(GoldRecord gold) {
        met.add(gold);
    }

    synchronized List<GoldRecord> selected() {
        return List.copyOf(met);
    }

    /** What to tell of labels that belong to no answer; empty when there are none. */
    synchronized Optional<String> lost() {
        int lost = given - met.size();
        return lost == 0
                ? Optional.empty()
                : Optional.of(lost + " of " + given
                        + " labels by people are of answers that this run does not have; they are left out");
    }
}
