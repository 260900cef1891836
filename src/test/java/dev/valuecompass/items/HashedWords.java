package dev.valuecompass.items;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.Vectors;
import java.util.Locale;

/** A sentence encoder for tests that knows nothing but words: each adds 1 at a place that its hash decides. */
public final class HashedWords implements SentenceEncoder {
    @Override
    public float[] encode(String text) {
        float[] vector = new float[dimensions()];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            vector[Math.floorMod(word.hashCode() * 0x9E3779B1, vector.length)]++;
        }
        return Vectors.unit(vector);
    }

    @Override
    public int dimensions() {
        return 128;
    }

    @Override
    public String id() {
        return "hashed-words";
    }
}
