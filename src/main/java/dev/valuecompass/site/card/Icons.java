package dev.valuecompass.site.card;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The site's mark as pictures, for browsers and phones that take no SVG. */
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 32, 48);
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;

    private Icons() {}

    /** A PNG of so many pixels on each side. */
    static byte[] square(int size) {
        Canvas canvas = new Canvas(size, size);
        int edge = size / 16;
        new Logo(size - 2 * edge).draw(canvas, edge, edge);
        return canvas.png("favicon.svg");
    }

    /** {@code favicon.ico}, with a PNG for each usual size; numbers are little-endian. */
    static byte[] ico() {
        List<byte[]> pictures = SIZES.stream().map(Icons::square).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, 0, 2);
        number(out, 1, 2);
        number(out, pictures.size(), 2);
        int at = DIRECTORY + ENTRY * pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            out.write(SIZES.get(i));
            out.write(SIZES.get(i));
            number(out, 0, 2);
            number(out, 1, 2);
            number(out, 4, 2);
            number(out, pictures.get(i).length, 4);
            number(out, at, 4);
            at += pictures.get(i).length;
        }
        pictures.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> 8 * i));
        }
    }
}
