package dev.valuecompass.site.item;

import java.util.List;

/**
 * How a period's new items grew with the budget: a drawing in a field of 640 × 330, with the best items' worth above and
 * what they are about below, and the same as a table.
 *
 * @param summary the same in a sentence
 * @param method how items were made and by whom
 * @param table what its four columns say
 * @param upper the axis of worth, from 0
 * @param lower the axis of starting items, from 0
 * @param across the axis of pulls, from 0
 */
public record EvolutionFigure(
        String title,
        String summary,
        String method,
        Lines lines,
        FigureTable table,
        Axis upper,
        Axis lower,
        Axis across) {

    /**
     * Paths in the coordinates of the drawing.
     *
     * @param rewards a mark for each pull
     * @param initial across the field at the worth of the starting items; empty when that is not known
     * @param best growing with the budget
     * @param topics likewise
     */
    public record Lines(String rewards, String initial, String best, String topics) {}

    /** @param label what stands beside the axis */
    public record Axis(String label, List<Tick> ticks) {}

    /** @param at place along the axis, in the coordinates of the drawing */
    public record Tick(String at, String text) {}

    /** @param columns headings, the first one that of the rows */
    public record FigureTable(String caption, List<String> columns, List<List<String>> rows) {}
}
