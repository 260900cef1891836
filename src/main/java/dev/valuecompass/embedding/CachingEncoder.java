package dev.valuecompass.embedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers the vectors of the texts seen last, by content: models repeat themselves, and runs repeat models. */
public final class CachingEncoder implements SentenceEncoder {
    private final SentenceEncoder encoder;
    private final Map<String, float[]> vectors;
    private final AtomicLong encoded = new AtomicLong();

    /** @param capacity how many vectors are kept, 1 or more; one takes about 1.7 kB and its text */
    public CachingEncoder(SentenceEncoder encoder, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache holds at least one vector, not " + capacity);
        }
        this.encoder = encoder;
        this.vectors = new LinkedHashMap<>(1024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The encoder works outside the lock, so two threads may encode the same new text twice, to the same vector. */
    @Override
    public float[] encode(String text) {
        float[] known;
        synchronized (vectors) {
            known = vectors.get(text);
        }
        if (known == null) {
            known = encoder.encode(text);
            encoded.incrementAndGet();
            synchronized (vectors) {
                vectors.put(text, known);
            }
        }
        return known.clone();
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
