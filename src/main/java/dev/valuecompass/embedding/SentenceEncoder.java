package dev.valuecompass.embedding;

/** Turns a text into a vector of fixed length and Euclidean length 1. Safe for use by many threads. */
public interface SentenceEncoder {
    /** @return a fresh array of {@link #dimensions()} numbers */
    float[] encode(String text);

    int dimensions();

    /** Name and version of the model: two encoders with the same id give the same vectors. */
    String id();
}
