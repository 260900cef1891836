package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.SetFigures;
import java.util.List;
import java.util.SortedMap;

/**
 * How the items of an evolving system in one period were put together.
 *
 * @param wanted how many the leaderboard asks for; 0 for as many as were made
 * @param fresh made for this period
 * @param anchors carried over from the period before
 * @param pool starting items that fill up dimensions for which too few were made
 * @param echoes proposals that repeated a published item or another new one
 * @param rejected other proposals that became no item, by reason: {@code unwritten}, {@code similar}, {@code unanswered},
 *     {@code weak}, or one of those of {@code docs/items.md}
 */
public record MixtureRecord(
        int wanted, int fresh, int anchors, int pool, int echoes, SortedMap<String, Integer> rejected) {
    /** Counts the items that are asked. */
    public static MixtureRecord of(int wanted, List<Item> items, int echoes, SortedMap<String, Integer> rejected) {
        int anchors = (int) items.stream().filter(Item::anchor).count();
        int pool = (int) items.stream()
                .filter(item -> !item.anchor() && SetFigures.initial(item))
                .count();
        return new MixtureRecord(wanted, items.size() - anchors - pool, anchors, pool, echoes, rejected);
    }
}
