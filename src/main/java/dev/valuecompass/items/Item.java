package dev.valuecompass.items;

import java.util.List;

/**
 * One thing to ask.
 *
 * @param id unique in its period
 * @param system id of the value system
 * @param dimensions ids of the dimensions that an answer is read for, in the system's order
 * @param category what it is about, for balance and browsing
 * @param text the question, opening, stem or request as it stands; the prompt around it is a template
 * @param anchor whether it is carried over from the previous period
 */
public record Item(
        String id,
        String system,
        List<String> dimensions,
        String category,
        String text,
        boolean anchor,
        Provenance provenance) {

    /** Whether it was made for this period, neither carried over nor taken from a pool. */
    public boolean evolved() {
        return !anchor && !provenance.fromPool();
    }

    /** The same item of another origin. */
    public Item from(Provenance other) {
        return new Item(id, system, dimensions, category, text, anchor, other);
    }

    /** The same item, carried over or not. */
    public Item asAnchor(boolean carried) {
        return new Item(id, system, dimensions, category, text, carried, provenance);
    }
}
