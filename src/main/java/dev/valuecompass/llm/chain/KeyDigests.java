package dev.valuecompass.llm.chain;

import dev.valuecompass.io.digest.Digest;
import dev.valuecompass.llm.CallKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * SHA-256 of call keys. The keys of a model's calls begin alike, up to where the item stands in the prompt, so the state
 * of the digest behind that beginning is kept and only the rest is digested: without the second compiler tier a block of
 * 64 bytes takes a microsecond. Safe for many threads.
 */
final class KeyDigests {
    private static final int BLOCK = 64;

    /** A model that is asked in several forms changes its beginning with each; a short one is not worth keeping. */
    private static final int SHORTEST = 2 * BLOCK;

    private final ConcurrentMap<String, Beginning> beginnings = new ConcurrentHashMap<>();

    /**
     * What the last keys had in common.
     *
     * @param text a whole key
     * @param length bytes of it that are in {@code state}
     */
    private record Beginning(byte[] text, int length, MessageDigest state) {}

    CallKey.Identity identity(CallKey key) {
        String canonical = key.canonical();
        return new CallKey.Identity(canonical, digest(key.model(), canonical), key.model());
    }

    private String digest(String model, String canonical) {
        byte[] text = canonical.getBytes(StandardCharsets.UTF_8);
        Beginning known = beginnings.get(model);
        int same = known == null ? 0 : common(known.text(), text);
        if (known == null || same < known.length() || known.length() == 0) {
            known = begin(text, same);
            beginnings.put(model, known);
        }
        MessageDigest digest = Digest.copy(known.state());
        digest.update(text, known.length(), text.length - known.length());
        return Digest.hex(digest.digest());
    }

    private static int common(byte[] a, byte[] b) {
        int differs = Arrays.mismatch(a, b);
        return differs < 0 ? a.length : differs;
    }

    private static Beginning begin(byte[] text, int same) {
        int length = same < SHORTEST ? 0 : same / BLOCK * BLOCK;
        MessageDigest state = Digest.fresh();
        state.update(text, 0, length);
        return new Beginning(text, length, state);
    }
}
