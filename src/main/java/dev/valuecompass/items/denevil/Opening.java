package dev.valuecompass.items.denevil;

import dev.valuecompass.items.ItemVersion;
import java.util.List;

/**
 * An opening that came of a starting one.
 *
 * @param start id of the starting item
 * @param dimension id of the foundation
 * @param model id of the explorer that wrote it; empty when nothing better than the starting one was found
 * @param path its forms with their violation by the cheap panel, the starting one first
 * @param before violation of the starting one by the strong panel, in [0, 1]
 * @param after its own
 */
public record Opening(
        String start,
        String dimension,
        String text,
        String model,
        List<ItemVersion> path,
        double before,
        double after) {
    /** The same as one from which nothing new came. */
    Opening given() {
        return new Opening(start, dimension, text, "", path, before, before);
    }

    /** Whether it leads to more violation than what it was made from. */
    public boolean grew() {
        return !model.isEmpty() && after > before;
    }
}
