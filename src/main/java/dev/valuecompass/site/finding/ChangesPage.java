package dev.valuecompass.site.finding;

import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What changed between two periods.
 *
 * @param caution what keeps figures from being compared; empty when nothing does
 * @param boards one for each system, none when nothing can be compared
 */
public record ChangesPage(
        String period, String heading, String lead, String caution, List<BoardChanges> boards, Link findings) {
    /**
     * @param shared what the items that both periods asked say; empty when nothing can be said
     * @param ranked whether more is better, so that models have ranks, which move
     * @param linked both periods on one scale; null where one of them published no labels
     * @param trend over three periods or more; null where there are fewer, or the latest two are not linked
     */
    public record BoardChanges(
            String anchor,
            String name,
            boolean ranked,
            String shared,
            LinkedFigure linked,
            TrendFigure trend,
            List<Row> rows) {}

    /** @param own places by the model's own score @param field places since the others changed */
    public record Row(Link model, String before, String after, String shift, String ranks, String own, String field) {}
}
