package dev.valuecompass.items.generator;

import dev.valuecompass.io.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the measured items that a model is shown: most of about the wanted power or more, a few weak ones to contrast. */
final class FewShots {
    private static final int STRONG = 5;
    private static final int WEAK = 2;
    /** Strong ones are drawn from so many of the best, so that rounds differ. */
    private static final int CHOICE = 4;

    private FewShots() {}

    /** Strongest first; which ones of the best are shown changes with the round and hangs on nothing else. */
    static List<MeasuredItem> choose(List<MeasuredItem> measured, String dimension, double wanted, int round) {
        Comparator<MeasuredItem> byPower =
                Comparator.comparingDouble(item -> -item.power().get(dimension));
        Comparator<MeasuredItem> order =
                byPower.thenComparing(item -> item.item().id());
        Comparator<MeasuredItem> luck = Comparator.comparing(
                item -> Digest.sha256(round + "\n" + item.item().id()));
        List<MeasuredItem> known = measured.stream()
                .filter(item -> item.power().containsKey(dimension))
                .sorted(order)
                .toList();
        List<MeasuredItem> shown = new ArrayList<>(known.stream()
                .filter(item -> item.power().get(dimension) >= wanted)
                .limit(STRONG * CHOICE)
                .sorted(luck)
                .limit(STRONG)
                .toList());
        known.stream()
                .filter(item -> !shown.contains(item))
                .limit(STRONG - shown.size())
                .forEach(shown::add);
        known.stream()
                .filter(item -> !shown.contains(item) && item.power().get(dimension) < wanted / 2)
                .sorted(luck)
                .limit(WEAK)
                .forEach(shown::add);
        shown.sort(order);
        return shown;
    }
}
