package dev.valuecompass.site.board;

import dev.valuecompass.io.ByName;
import java.util.List;

/**
 * A compass rose: one petal for each value, its length on a fixed scale from 0 at the centre to 100 at the outer ring.
 *
 * @param summary the same in a sentence
 */
public record Rose(String title, String summary, List<Petal> petals) {
    /** Whether a figure leads to what is behind it. */
    public boolean leads() {
        return petals.stream().anyMatch(petal -> petal.href() != null);
    }

    /**
     * @param path outline in the coordinates of the drawing; empty when there is no figure
     * @param tone class name
     * @param href what is behind the figure; null for nothing
     * @param lines the name, broken into lines
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    @ByName
    public record Petal(
            String href,
            String path,
            String spoke,
            String tone,
            List<TextLine> lines,
            String value,
            String x,
            String y,
            String anchor) {}

    /** A line of a label and its height in the drawing. */
    public record TextLine(String text, String y) {}
}
