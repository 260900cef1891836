package dev.valuecompass.site.card;

import java.util.HashMap;
import java.util.Map;

/** Letters as pictures, each drawn once however many cards it stands on. Not thread-safe. */
final class Glyphs {
    private static final String ELLIPSIS = "\u2026";

    private final Typeface face;
    private final double size;
    private final Map<Integer, Mask> masks = new HashMap<>();
    private final Map<Integer, Double> advances = new HashMap<>();

    /** @param size in pixels */
    Glyphs(Typeface face, double size) {
        this.face = face;
        this.size = size;
    }

    double width(String text) {
        return text.codePoints().mapToDouble(this::advance).sum();
    }

    double advance(int point) {
        return advances.computeIfAbsent(point, one -> face.advance(one, size));
    }

    boolean covers(String text) {
        return face.covers(text);
    }

    Mask mask(int point) {
        return masks.computeIfAbsent(point, one -> Mask.of(face.outline(one, size)));
    }

    /** The line as it is, or its beginning and an ellipsis, so that it is at most {@code room} pixels wide. */
    String fit(String line, double room) {
        if (width(line) <= room) {
            return line;
        }
        int end = line.length();
        do {
            end = line.offsetByCodePoints(end, -1);
        } while (end > 0 && width(line.substring(0, end).strip() + ELLIPSIS) > room);
        return line.substring(0, end).strip() + ELLIPSIS;
    }
}
