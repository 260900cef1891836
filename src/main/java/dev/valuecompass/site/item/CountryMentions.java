package dev.valuecompass.site.item;

import java.util.List;

/**
 * The countries and years that a set of items speaks of.
 *
 * @param summary in a sentence
 * @param map null where no country is on it
 * @param countries most often mentioned first
 * @param years in order
 * @param rest says how many countries are left out of the table; null when none is
 */
public record CountryMentions(String summary, WorldFigure map, List<Bar> countries, List<Bar> years, String rest) {
    /**
     * @param group region of a country; empty for years
     * @param width of the bar, in 0 to 100 where the largest has 100
     */
    public record Bar(String name, String group, String count, String width) {}
}
