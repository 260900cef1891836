package dev.valuecompass.site.item;

import java.util.List;

/**
 * What sets of items are like, side by side.
 *
 * @param about what the figures say
 * @param sets such as {@code initial} and {@code generated}
 * @param rows a figure each
 */
public record ItemSetTable(String about, List<String> sets, List<Row> rows) {
    /** @param values as shown, in the order of the sets */
    public record Row(String name, List<String> values) {}
}
