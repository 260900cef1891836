package dev.valuecompass.site.culture;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.board.BoardPage;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * Models beside the countries of one series.
 *
 * @param bound what a fit must reach to say anything
 * @param map null where there are too few profiles for one
 * @param facts about the series
 * @param notes what a reader must know before using the figures
 */
@ByName
public record CultureSeriesPage(
        String period,
        String heading,
        String lead,
        String bound,
        List<Link> tabs,
        String caption,
        List<CountryRow> countries,
        List<Row> rows,
        CultureMapFigure map,
        List<TranslatedText> facts,
        List<TranslatedText> notes) {

    /**
     * @param scores of the survey, in the order of the system, for scripts
     * @param nearest models with the highest fit
     */
    public record CountryRow(
            String anchor,
            String page,
            String scores,
            String code,
            String name,
            String year,
            String n,
            List<BoardPage.ModelFigure> nearest) {}

    /** @param scores as of a country; null when one is missing @param cells one for each country */
    public record Row(Link model, String scores, String best, List<Cell> cells) {}
}
