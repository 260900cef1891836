package dev.valuecompass.site.item;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What was asked on one value system.
 *
 * @param lead how many there are and how to read their power
 * @param warning null where none is needed; then the texts are closed
 * @param pages where the list goes on; empty when it is on one page
 * @param dimension what the column of values says
 * @param rich whether anything is known beyond the texts and their answers
 * @param mentions null when nothing is known of them
 * @param figures what the set is like; null when the source does not publish its items
 * @param downloads files with all of it
 * @param evolution how it grew with the budget; null where it did not evolve
 */
@ByName
public record ItemsPage(
        String period,
        String heading,
        String lead,
        String warning,
        List<Link> tabs,
        List<Link> pages,
        String dimension,
        boolean rich,
        List<Row> rows,
        CountryMentions mentions,
        ItemSetTable figures,
        List<Link> downloads,
        EvolutionFigure evolution) {

    /**
     * @param page leads to its own page; null when it has none
     * @param name stands for the text where that is closed
     * @param text as the models were asked, before the prompt around it
     * @param power mean entropy over its dimensions, bits
     * @param normalised the same as a share of the most there can be
     * @param consistency how much of it lies between models, or how it goes with the other items
     * @param sharpest the dimension on which the models differ most; empty when none is known
     * @param answers models with a published answer
     */
    @ByName
    public record Row(
            String anchor,
            String page,
            String name,
            String text,
            Cell power,
            String normalised,
            String consistency,
            String sharpest,
            String answers,
            Facets facets) {}

    /**
     * What a reader may filter the list by.
     *
     * @param maker the generator, or that it comes from the pool
     * @param origin the maker and, where there is one, its model
     * @param regions of the countries that it mentions, with {@code |} between them
     * @param years that it mentions, likewise
     * @param carried whether it was asked in the period before
     */
    public record Facets(
            String category,
            String maker,
            String origin,
            String first,
            String regions,
            String countries,
            String years,
            boolean carried) {}
}
