package dev.valuecompass.recognition;

/**
 * A span of the response's text.
 *
 * @param start first character (UTF-16 code units, from 0)
 * @param end one past the last character
 */
public record Evidence(int start, int end) {
    /** @throws IllegalArgumentException when it is empty or begins before the text */
    public Evidence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }
}
