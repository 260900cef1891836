package dev.valuecompass.site.card;

import java.util.Arrays;

/** A picture in the colours of {@link Palette}, a byte a pixel while it is drawn. Not thread-safe. */
final class Canvas {
    private final int width;
    private final int height;
    private final byte[] pixels;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
    }

    /** What reaches beyond the edge is cut off. */
    void fill(int left, int top, int wide, int high, Palette ink) {
        int from = Math.max(0, left);
        int to = Math.min(width, left + wide);
        for (int y = Math.max(0, top); y < Math.min(height, top + high) && from < to; y++) {
            Arrays.fill(pixels, y * width + from, y * width + to, (byte) ink.ordinal());
        }
    }

    /**
     * Writes one line from left to right.
     *
     * @param base the base line
     * @param steps from paper to full strength; edges take those between
     */
    void text(Glyphs letters, String line, double left, int base, Palette[] steps) {
        double pen = left;
        for (int point : line.codePoints().toArray()) {
            stamp(letters.mask(point), (int) Math.round(pen), base, steps);
            pen += letters.advance(point);
        }
    }

    /** Puts a shape with its origin at a point. */
    void stamp(Mask mask, int left, int base, Palette[] steps) {
        int strongest = steps.length - 1;
        for (int row = 0; row < mask.height(); row++) {
            int y = base + mask.top() + row;
            for (int column = 0; column < mask.width(); column++) {
                int x = left + mask.left() + column;
                int cover = mask.cover()[row * mask.width() + column] & 0xff;
                int step = (cover * strongest + 127) / 255;
                if (step > 0 && x >= 0 && x < width && y >= 0 && y < height) {
                    pixels[y * width + x] = (byte) steps[step].ordinal();
                }
            }
        }
    }

    /** @param note kept in the file, Latin-1 */
    byte[] png(String note) {
        return Png.write(width, height, pixels, note);
    }
}
