package dev.valuecompass.site.culture;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * One country of a series.
 *
 * @param statement which model is nearest, and whether that can be told
 * @param vector the mean of the survey on each value
 * @param models the best fits, highest first
 * @param countries the most similar ones of the same series
 */
@ByName
public record CountryPage(
        String period,
        String heading,
        Link hub,
        Link series,
        String statement,
        String bound,
        List<Fact> facts,
        List<TranslatedText> survey,
        List<TranslatedText> notes,
        List<Value> vector,
        String caption,
        List<ClosestModel> models,
        List<ClosestModel> countries) {

    /** @param rank from 1 for what is held highest @param width of a bar from the lowest value to the highest, in 10 to 100 */
    public record Value(String name, String definition, String mean, String rank, String width) {}

    /** A model or a country that is like this one, the most alike first. */
    public record ClosestModel(Link page, Cell fit) {}
}
