package dev.valuecompass.embedding;

import java.nio.file.Path;
import java.util.Optional;

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
        Optional<float[]> known = store.find(text);
        if (known.isPresent()) {
            return known.get();
        }
        float[] vector = encoder.encode(text);
        store.keep(text, vector);
        return vector;
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
