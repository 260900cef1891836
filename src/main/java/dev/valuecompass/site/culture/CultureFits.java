package dev.valuecompass.site.culture;

import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Link;
import java.util.List;

/** How a model's profile lies to those of countries. One block a series; series are never mixed. */
public record CultureFits(List<SeriesFits> blocks, List<PublishedFit> published) {
    /**
     * @param statement what can and what cannot be said
     * @param nearest the best fits, highest first
     */
    public record SeriesFits(
            String id, String name, Link page, String formula, String statement, List<CountryFit> nearest) {}

    /** @param country name, @param about year and respondents */
    public record CountryFit(String country, String about, Cell value) {}

    /** A fit as the source published it. */
    public record PublishedFit(String country, String value, String formula) {}

    public boolean isEmpty() {
        return blocks.isEmpty() && published.isEmpty();
    }
}
