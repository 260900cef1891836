package dev.valuecompass.site.view.culture;

import dev.valuecompass.site.view.Link;
import java.util.List;

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
        List<Mark> countries,
        List<Mark> models,
        boolean numbered,
        Link data) {

    /**
     * @param label on the drawing: a country's code or a model's number
     * @param x place on the drawing
     * @param labelX where the middle of the label goes
     * @param across the coordinate, as printed
     * @param nearest the nearest mark of the other kind
     */
    public record Mark(
            String label,
            Link page,
            String x,
            String y,
            String labelX,
            String labelY,
            String across,
            String up,
            String nearest) {}
}
