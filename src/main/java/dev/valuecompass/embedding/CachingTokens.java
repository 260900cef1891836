package dev.valuecompass.embedding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Token vectors of texts, a sentence at a time, remembering the sentences seen last. Encoding by sentence costs the
 * context across sentences and wins that a sentence which returns, in another answer or from another model, is not
 * encoded again.
 */
public final class CachingTokens implements TokenEncoder {
    /** Tokens of a longer text are left out: every one is held against every one of other texts. */
    static final int MOST = 1_024;

    private final TokenEncoder encoder;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Map<String, CompletableFuture<float[][]>> sentences;
    private final AtomicLong encoded = new AtomicLong();

    /** @param capacity how many sentences are kept, 1 or more; one of 20 tokens takes about 31 kB */
    public CachingTokens(TokenEncoder encoder, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache holds at least one sentence, not " + capacity);
        }
        this.encoder = encoder;
        this.sentences = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<float[][]>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The vectors are shared: callers do not write to them. */
    @Override
    public float[][] tokens(String text) {
        List<float[]> all = new ArrayList<>();
        for (Sentence sentence : splitter.split(text)) {
            if (all.size() >= MOST) {
                break;
            }
            all.addAll(List.of(sentence(sentence.text())));
        }
        return all.subList(0, Math.min(all.size(), MOST)).toArray(float[][]::new);
    }

    private float[][] sentence(String text) {
        CompletableFuture<float[][]> own = new CompletableFuture<>();
        CompletableFuture<float[][]> known;
        synchronized (sentences) {
            known = sentences.putIfAbsent(text, own);
        }
        if (known != null) {
            return known.join();
        }
        try {
            own.complete(encoder.tokens(text));
            encoded.incrementAndGet();
            return own.join();
        } catch (RuntimeException | Error e) {
            synchronized (sentences) {
                sentences.remove(text, own);
            }
            own.completeExceptionally(e);
            throw e;
        }
    }

    /** How many sentences were not found here and had to be encoded. */
    long encoded() {
        return encoded.get();
    }
}
