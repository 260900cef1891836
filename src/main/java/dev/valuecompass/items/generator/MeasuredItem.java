package dev.valuecompass.items.generator;

import dev.valuecompass.items.Item;
import java.util.Map;

/**
 * An item that was asked, and how well it told models apart.
 *
 * @param power by dimension id: normalised entropy of the recognised labels, in [0, 1]
 */
public record MeasuredItem(Item item, Map<String, Double> power) {
    /** The topic it comes from: items of one topic are alike, and must not stand on both sides of a test. */
    String family() {
        String parent = item.provenance().parent();
        return parent.isEmpty() ? item.id() : parent;
    }
}
