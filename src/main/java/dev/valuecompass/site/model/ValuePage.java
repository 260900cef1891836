package dev.valuecompass.site.model;

import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * One value and every model on it, highest first: what a leaderboard shows in one column, sorted, without a script.
 *
 * @param source of the definition
 * @param values all values of the system
 * @param summary what came out, in a sentence
 */
public record ValuePage(
        String period,
        Link system,
        String name,
        String definition,
        String source,
        List<Link> values,
        String summary,
        List<Row> rows) {
    /** Whether the period says of any model how many items it was asked. */
    public boolean counted() {
        return rows.stream().anyMatch(row -> !row.asked().text().equals(Figures.MISSING));
    }

    /** The key of the text that explains the drawings. */
    public String legend() {
        return ModelPage.ScoreDot.legend(rows.stream().map(Row::dot));
    }

    /** @param dot null without a figure */
    public record Row(String rank, Link model, String developer, Cell score, ModelPage.ScoreDot dot, Cell asked) {}
}
