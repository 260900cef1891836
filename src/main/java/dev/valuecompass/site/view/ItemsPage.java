package dev.valuecompass.site.view;

import java.util.List;

/**
 * The items of one value system.
 *
 * @param lead how many there are and how to read their power
 * @param figures what the set is like
 * @param evolution how it grew with the budget; null where it did not evolve
 */
public record ItemsPage(
        String period,
        String heading,
        String lead,
        List<Link> tabs,
        List<Row> rows,
        ItemSetTable figures,
        EvolutionFigure evolution) {

    /**
     * @param text as the models were asked, before the prompt around it
     * @param power mean entropy over its dimensions, bits
     * @param normalised the same as a share of the most there can be
     * @param consistency how much of it lies between models, or how it goes with the other items
     * @param sharpest the dimension on which the models differ most; empty when none is known
     */
    public record Row(
            String anchor,
            String text,
            String category,
            Cell power,
            String normalised,
            String consistency,
            String sharpest,
            String origin,
            boolean anchorItem) {}
}
