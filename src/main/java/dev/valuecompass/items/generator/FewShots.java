package dev.valuecompass.items.generator;

import dev.valuecompass.io.digest.Digest;
import dev.valuecompass.items.power.Measured;
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
    static List<Measured> choose(List<Measured> measured, String dimension, double wanted, int round) {
        Comparator<Measured> byPower =
                Comparator.comparingDouble(item -> -item.power().get(dimension));
        Comparator<Measured> order = byPower.thenComparing(item -> item.item().id());
        Comparator<Measured> luck = Comparator.comparing(
                item -> Digest.sha256(round + "\n" + item.item().id()));
        List<Measured> known = measured.stream()
                .filter(item -> item.power().containsKey(dimension))
                .sorted(order)
                .toList();
        List<Measured> shown = new ArrayList<>(known.stream()
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
