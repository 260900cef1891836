package dev.valuecompass.site.card;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (ISO/IEC 15948) with four bits a pixel. The writer of the JDK takes ten times as long, since it tries
 * filters that gain nothing on flat colours, and that would be the largest part of rendering a thousand models.
 */
final class Png {
    /** Keyword of the text chunk that says what a picture was drawn from; it comes before the pixels. */
    static final String KEYWORD = "Source";

    /** Of deflate: the next ones halve the speed for a tenth of the size. */
    private static final int LEVEL = 3;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    /** @param pixels indices of {@link Palette}, a byte each @param note Latin-1 */
    static byte[] write(int width, int height, byte[] pixels, String note) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "PLTE", Palette.palette());
            chunk(out, "tEXt", (KEYWORD + "\0" + note).getBytes(StandardCharsets.ISO_8859_1));
            chunk(out, "IDAT", deflate(rows(width, height, pixels)));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four bits, palette, deflate, no filter, not interlaced. */
    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {4, 3, 0, 0, 0});
        return bytes.toByteArray();
    }

    /** Each row starts with its filter: none. */
    private static byte[] rows(int width, int height, byte[] pixels) {
        int stride = 1 + (width + 1) / 2;
        byte[] rows = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            int to = y * stride + 1;
            int from = y * width;
            for (int x = 0; x < width; x += 2) {
                int second = x + 1 < width ? pixels[from + x + 1] : 0;
                rows[to++] = (byte) (pixels[from + x] << 4 | second);
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] rows) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
