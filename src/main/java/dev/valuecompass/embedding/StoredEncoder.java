package dev.valuecompass.embedding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks a vector up on the disk before it is made, and keeps there what had to be made. */
public final class StoredEncoder implements SentenceEncoder, AutoCloseable {
    private final SentenceEncoder encoder;
    private final VectorStore store;

    /** @param file made when absent; shared with other processes; may be deleted at any time */
    public StoredEncoder(SentenceEncoder encoder, Path file) {
        this.encoder = encoder;
        this.store = VectorStore.open(file, encoder.id(), encoder.dimensions(), VectorStore.MOST_ROWS);
    }

    @Override
    public float[] encode(String text) {
        return encodeAll(List.of(text)).get(0);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        Map<String, float[]> vectors = new HashMap<>();
        texts.forEach(text -> store.find(text).ifPresent(known -> vectors.put(text, known)));
        List<String> missing = texts.stream()
                .filter(text -> !vectors.containsKey(text))
                .distinct()
                .toList();
        List<float[]> made = encoder.encodeAll(missing);
        for (int i = 0; i < made.size(); i++) {
            store.keep(missing.get(i), made.get(i));
            vectors.put(missing.get(i), made.get(i));
        }
        return texts.stream().map(text -> vectors.get(text).clone()).toList();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public String id() {
        return encoder.id();
    }

    @Override
    public void close() {
        store.close();
    }
}
