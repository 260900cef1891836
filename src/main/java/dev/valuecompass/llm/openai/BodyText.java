package dev.valuecompass.llm.openai;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * A response body as text.
 *
 * @param complete false when it was larger than the cap; {@code text} is then empty
 * @param sound whether it was valid UTF-8; what was not is replaced by U+FFFD
 */
record BodyText(String text, boolean complete, boolean sound) {
    /** Far above any answer, far below what would hurt: many bodies are in memory at once. */
    static final long MOST_BYTES = 8L << 20;

    private static final char REPLACED = '\uFFFD';

    /** Reads no more than the cap, counted after decompression. */
    static BodyText read(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        Buffer buffer = new Buffer();
        while (buffer.size() <= MOST_BYTES) {
            if (source.read(buffer, 64 << 10) == -1) {
                return decode(buffer.readByteArray());
            }
        }
        return new BodyText("", false, true);
    }

    private static boolean valid(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static BodyText decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Only a replaced character, which may have been sent as such, is a reason to decode it strictly as well.
        boolean sound = text.indexOf(REPLACED) < 0 || valid(bytes);
        return new BodyText(text.startsWith("\uFEFF") ? text.substring(1) : text, true, sound);
    }
}
