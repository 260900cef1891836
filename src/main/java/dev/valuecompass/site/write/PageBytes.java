package dev.valuecompass.site.write;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of one page as its template says them, in pieces that the next page of the same thread uses again. */
final class PageBytes implements TemplateOutput {
    private static final int PIECE = 1 << 16;
    /** What is kept between pages: more than most of them have. */
    private static final int KEPT = 16;

    private final List<byte[]> pieces = new ArrayList<>(List.of(new byte[PIECE]));
    private byte[] piece = pieces.get(0);
    private int current;
    private int filled;

    /** Forgets the page before. */
    void clear() {
        if (pieces.size() > KEPT) {
            pieces.subList(KEPT, pieces.size()).clear();
        }
        current = 0;
        piece = pieces.get(0);
        filled = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < current; i++) {
            out.write(pieces.get(i), 0, PIECE);
        }
        out.write(piece, 0, filled);
    }

    @Override
    public void writeContent(String text) {
        writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String text, int from, int to) {
        writeContent(text.substring(from, to));
    }

    @Override
    public void writeBinaryContent(byte[] bytes) {
        if (bytes.length <= PIECE - filled) {
            System.arraycopy(bytes, 0, piece, filled, bytes.length);
            filled += bytes.length;
            return;
        }
        for (int at = 0; at < bytes.length; ) {
            if (filled == PIECE) {
                next();
            }
            int n = Math.min(PIECE - filled, bytes.length - at);
            System.arraycopy(bytes, at, piece, filled, n);
            filled += n;
            at += n;
        }
    }

    private void next() {
        current++;
        if (current == pieces.size()) {
            pieces.add(new byte[PIECE]);
        }
        piece = pieces.get(current);
        filled = 0;
    }
}
