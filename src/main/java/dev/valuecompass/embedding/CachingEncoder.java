package dev.valuecompass.embedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers the vectors of the texts seen last, by content: models repeat themselves, and runs repeat models. */
public final class CachingEncoder implements SentenceEncoder {
    private final SentenceEncoder encoder;
    private final Map<String, CompletableFuture<float[]>> vectors;
    private final AtomicLong encoded = new AtomicLong();

    /** @param capacity how many vectors are kept, 1 or more; one takes about 1.7 kB and its text */
    public CachingEncoder(SentenceEncoder encoder, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache holds at least one vector, not " + capacity);
        }
        this.encoder = encoder;
        this.vectors = new LinkedHashMap<>(1024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<float[]>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** A text that another thread is encoding at this moment is waited for, not encoded twice. */
    @Override
    public float[] encode(String text) {
        CompletableFuture<float[]> own = new CompletableFuture<>();
        CompletableFuture<float[]> known;
        synchronized (vectors) {
            known = vectors.putIfAbsent(text, own);
        }
        return (known == null ? fill(text, own) : known).join().clone();
    }

    private CompletableFuture<float[]> fill(String text, CompletableFuture<float[]> vector) {
        try {
            vector.complete(encoder.encode(text));
            encoded.incrementAndGet();
        } catch (RuntimeException e) {
            synchronized (vectors) {
                vectors.remove(text, vector);
            }
            vector.completeExceptionally(e);
            throw e;
        }
        return vector;
    }

    /** How many texts were not found here and had to be encoded. */
    public long encoded() {
        return encoded.get();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public String id() {
        return encoder.id();
    }
}
