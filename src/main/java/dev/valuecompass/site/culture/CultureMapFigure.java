package dev.valuecompass.site.culture;

import dev.valuecompass.site.text.Link;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models and countries in one plane.
 *
 * @param summary in a sentence
 * @param axes what the two directions mean, a sentence each
 * @param height of the drawing, which is 400 wide
 * @param models in the order of their numbers
 * @param numbered whether models bear numbers; of many, each is a mark alone
 * @param data the same as JSON
 */
public record CultureMapFigure(
        String summary,
        List<String> axes,
        String height,
        List<Marker> countries,
        List<Marker> models,
        boolean numbered,
        Link data) {
    /** Countries, then models. */
    public List<Marker> marks() {
        return Stream.concat(countries.stream(), models.stream()).toList();
    }

    /** Whether a label finds no room, on a narrow screen at least. */
    public boolean crowded() {
        return (numbered ? marks() : countries)
                .stream().anyMatch(mark -> mark.tag() == null || mark.tag().roomy());
    }

    /**
     * @param label on the drawing: a country's code or a model's number
     * @param x place on the drawing
     * @param tag where the label stands; null where there is no room, and for marks without labels
     * @param across the coordinate, as printed
     * @param nearest the nearest mark of the other kind
     */
    public record Marker(
            String label, Link page, String x, String y, Tag tag, String across, String up, String nearest) {}

    /**
     * @param x where the text begins, has its middle or ends, as the anchor says
     * @param drop from y down to the base line, in heights of letters
     * @param away whether a line leads to it
     * @param roomy whether there is room for it on wide screens only
     */
    public record Tag(String x, String y, String anchor, String drop, boolean away, boolean roomy) {}
}
