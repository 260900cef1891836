package dev.valuecompass.embedding;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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
        return encodeAll(List.of(text)).get(0);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        Map<String, CompletableFuture<float[]>> own = new LinkedHashMap<>();
        List<CompletableFuture<float[]>> all = new ArrayList<>();
        synchronized (vectors) {
            for (String text : texts) {
                all.add(vectors.computeIfAbsent(
                        text, absent -> own.computeIfAbsent(absent, one -> new CompletableFuture<>())));
            }
        }
        // First what this thread has taken on, then what others have: two that wait for each other would wait for ever.
        fill(own);
        return all.stream().map(vector -> vector.join().clone()).toList();
    }

    private void fill(Map<String, CompletableFuture<float[]>> own) {
        try {
            Iterator<float[]> made =
                    encoder.encodeAll(List.copyOf(own.keySet())).iterator();
            own.values().forEach(vector -> vector.complete(made.next()));
            encoded.addAndGet(own.size());
        } catch (RuntimeException | Error e) {
            synchronized (vectors) {
                own.forEach(vectors::remove);
            }
            own.values().forEach(vector -> vector.completeExceptionally(e));
            throw e;
        }
    }

    /** How many texts were not found here and had to be encoded. */
    long encoded() {
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
