package dev.valuecompass.site.card;

import dev.valuecompass.io.Resource;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font that ships with the program, as outlines. It is read in Java alone: the fonts and the rasteriser of the
 * machine would give other pictures elsewhere, and machines without a display often have neither. No kerning and no
 * shaping, so it {@link #covers} only scripts that do without.
 */
final class Typeface {
    private static final int MISSING = 0;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double units;

    /** @param name of a font in the program's folder {@code fonts}, without its ending */
    Typeface(String name) {
        String resource = "/fonts/" + name + ".ttf";
        try {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(Resource.bytes(resource)));
            this.characters = font.getUnicodeCmapLookup();
            this.units = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Whether every character has a glyph. */
    boolean covers(String text) {
        return text.codePoints().allMatch(point -> characters.getGlyphId(point) != MISSING);
    }

    /** To the next letter, in pixels at a size in pixels. */
    double advance(int point, double size) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(point)) * size / units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its origin at 0, 0 and y growing downwards. */
    Path2D outline(int point, double size) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(point));
            Path2D path = glyph == null ? new Path2D.Double() : new Path2D.Double(glyph.getPath());
            path.transform(AffineTransform.getScaleInstance(size / units, -size / units));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
