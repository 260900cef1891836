package dev.valuecompass.items.denevil;

import dev.valuecompass.items.ItemVersion;
import java.util.List;

/**
 * An item that came of a starting one.
 *
 * @param start id of the starting item
 * @param dimension id of the value that it is about
 * @param model id of the explorer that wrote it; empty when nothing new was written
 * @param path its forms with their entropy by the cheap panel, the starting one first
 * @param before entropy of the starting one by the strong panel, in [0, 1]
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

    /** The same measured once more, by other answers. */
    public Opening and(double entropy) {
        return new Opening(start, dimension, text, model, path, before, (after + entropy) / 2);
    }

    /** Whether it is new. */
    public boolean written() {
        return !model.isEmpty();
    }
}
