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

    static BodyText decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean sound = true;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            sound = false;
        }
        return new BodyText(text.startsWith("\uFEFF") ? text.substring(1) : text, true, sound);
    }
}
