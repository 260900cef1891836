package dev.valuecompass.site.item;

import java.util.List;

/**
 * Countries as dots on a map of the world, the largest first, so that small ones lie on top.
 *
 * @param summary in a sentence
 * @param caption the same with what a dot means
 * @param land a path of SVG
 */
public record WorldFigure(String summary, String caption, String width, String height, String land, List<Dot> dots) {
    /** @param radius so that the area of a dot stands for its number @param text name and number */
    public record Dot(String x, String y, String radius, String text) {}
}
