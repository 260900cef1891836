package dev.valuecompass.snapshot.proof;

import dev.valuecompass.io.Digest;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The published sample of answers: for each model and dimension up to {@code k} cases, taken in turn from those that
 * express the value, oppose it and do neither, each in the order of the digest of the case's id. So the sample follows
 * from the answers alone, not from the order in which they came, and no more than {@code 3 k} answers a cell are held.
 * Safe for use by many threads.
 */
public final class CaseSelection {
    private static final Comparator<Case> BY_LOT =
            Comparator.comparing((Case one) -> Digest.sha256(one.id())).thenComparing(Case::id);

    private final int k;
    private final SortedMap<String, Map<List<String>, Map<Label, TreeSet<Case>>>> held = new TreeMap<>();

    /** @param k cases for each model and dimension; 0 publishes none */
    public CaseSelection(int k) {
        this.k = k;
    }

    /** Keeps the case if the rule would choose it among those seen so far. */
    public synchronized void offer(Case offered) {
        for (Case.ValueReading reading : offered.readings()) {
            TreeSet<Case> drawn = held.computeIfAbsent(offered.model(), model -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of(offered.system(), reading.dimension()), cell -> new EnumMap<>(Label.class))
                    .computeIfAbsent(reading.label(), label -> new TreeSet<>(BY_LOT));
            drawn.add(offered);
            if (drawn.size() > k) {
                drawn.pollLast();
            }
        }
    }

    /** The cases by model id; one that was drawn for several dimensions is there once. */
    public synchronized SortedMap<String, List<Case>> selected() {
        SortedMap<String, List<Case>> byModel = new TreeMap<>();
        held.forEach((model, cells) -> {
            Map<String, Case> chosen = new TreeMap<>();
            cells.values().forEach(cell -> inTurn(cell).forEach(one -> chosen.put(one.id(), one)));
            byModel.put(model, List.copyOf(chosen.values()));
        });
        return byModel;
    }

    private List<Case> inTurn(Map<Label, TreeSet<Case>> cell) {
        List<Case> chosen = new ArrayList<>();
        List<List<Case>> lots = cell.values().stream().map(List::copyOf).toList();
        for (int round = 0; round < k; round++) {
            for (List<Case> lot : lots) {
                if (round < lot.size() && chosen.size() < k) {
                    chosen.add(lot.get(round));
                }
            }
        }
        return chosen;
    }
}
