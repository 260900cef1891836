package dev.valuecompass.site.model;

import dev.valuecompass.site.board.Board;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;
import java.util.function.Function;

/**
 * All models of a period.
 *
 * @param systems names of the value systems, one column each
 */
public record ModelList(String period, String lead, List<String> systems, List<Row> rows, List<AbsentModel> absent) {
    /** Whether any model has the fact; a column of dashes says nothing. */
    public boolean has(Function<Board.Facts, Object> fact) {
        return rows.stream().map(row -> fact.apply(row.facts())).anyMatch(value -> value != null && !value.equals(""));
    }

    /** @param means one for each system */
    public record Row(Link model, Board.Facts facts, List<Cell> means) {}

    /** A model that a reader would look for in vain. */
    public record AbsentModel(String name, String reason, String since) {}
}
