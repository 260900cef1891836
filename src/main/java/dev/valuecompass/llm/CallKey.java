package dev.valuecompass.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.util.List;
import java.util.Map;

/**
 * By what a finished call is found again: everything that can change the answer. Purpose, key, timeouts, retries and
 * concurrency are no components, so they cannot leak in.
 *
 * @param schema version of this record; another number makes every stored call a stranger
 * @param kind {@code openai}, {@code recorded} or {@code simulated}
 * @param source the base URL; for a recorded endpoint the digest of its file, for a simulated one that of its panel
 * @param parameters the sampling parameters with the names and values that are sent
 */
public record CallKey(
        int schema,
        String kind,
        String source,
        String model,
        List<Message> messages,
        Map<String, Object> parameters,
        int sample) {
    /** Part of every key: raised when the meaning of a stored answer changes, so that older ones are not found. */
    public static final int SCHEMA = 1;

    /** Canonical JSON, so that the strings in it are delimited. */
    public String canonical() {
        return Json.line(this);
    }

    /** SHA-256 of {@link #canonical}. */
    public String digest() {
        return identity().digest();
    }

    /** The key as the store knows it, worked out once for a call that is looked up, made and kept. */
    public Identity identity() {
        String canonical = canonical();
        return new Identity(canonical, Digest.sha256(canonical), model);
    }

    /**
     * A key by its text.
     *
     * @param digest of {@code canonical}
     */
    public record Identity(String canonical, String digest, String model) {}
}
