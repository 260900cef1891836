package dev.valuecompass.items.writing;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemVersion;
import java.util.List;

/**
 * An item that was made, with the path that led to it.
 *
 * @param path its earlier forms in order, the last one being the item itself
 */
public record EvolvedItem(Item item, List<ItemVersion> path) {
    /** The item as it is asked and published, its path being part of where it comes from. */
    public Item published() {
        return item.from(item.provenance().along(path));
    }
}
