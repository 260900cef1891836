package dev.valuecompass.site.culture;

import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;

/** The overview of culture series in a period, and what the period's source published itself. */
public record CulturesPage(
        String period,
        String lead,
        List<SeriesSummary> series,
        List<CountryHub.Entry> countries,
        PublishedTable published) {
    /**
     * @param countries how many there are
     * @param best which country most models fit best, in a sentence; null when no fit can be said
     */
    public record SeriesSummary(Link page, String system, String countries, TranslatedText instrument, String best) {}

    /**
     * Fits as a source published them, models by countries.
     *
     * @param formula what the source calls them
     */
    public record PublishedTable(String formula, List<String> countries, List<Row> rows) {}

    /** @param cells one for each country */
    public record Row(Link model, List<Cell> cells) {}
}
