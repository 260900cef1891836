package dev.valuecompass.embedding;

/** Turns a text into one vector for each of its tokens, in context. Safe for use by many threads. */
public interface TokenEncoder {
    /** @return vectors of Euclidean length 1 in the order of the text; empty when there is no token in it */
    float[][] tokens(String text);
}
