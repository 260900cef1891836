package dev.valuecompass.site.view.model;

import dev.valuecompass.site.view.Cell;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.board.Board;
import java.util.List;

/**
 * All models of a period.
 *
 * @param systems names of the value systems, one column each
 */
public record ModelList(String period, String lead, List<String> systems, List<Row> rows, List<Absent> absent) {
    /** @param means one for each system */
    public record Row(Link model, Board.Facts facts, List<Cell> means) {}

    /** A model that a reader would look for in vain. */
    public record Absent(String name, String reason, String since) {}
}
