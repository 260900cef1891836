package dev.valuecompass.embedding;

import java.util.List;

/** Turns a text into a vector of fixed length and Euclidean length 1. Safe for use by many threads. */
public interface SentenceEncoder {
    /** @return a fresh array of {@link #dimensions()} numbers */
    float[] encode(String text);

    /** The vectors that {@link #encode} gives, in the order of the texts; quicker where texts can be encoded together. */
    default List<float[]> encodeAll(List<String> texts) {
        return texts.stream().map(this::encode).toList();
    }

    int dimensions();

    /** Name and version of the model: two encoders with the same id give the same vectors. */
    String id();
}
