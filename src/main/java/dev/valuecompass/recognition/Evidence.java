package dev.valuecompass.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A span of the response's text.
 *
 * @param start first character (UTF-16 code units, from 0)
 * @param end one past the last character
 * @param concept what the words are about, as the model says that found them (CLAVE); null from recognisers that name none
 */
public record Evidence(
        int start,
        int end,
        @JsonInclude(JsonInclude.Include.NON_NULL) String concept) {
    /** @throws IllegalArgumentException when it is empty or begins before the text */
    public Evidence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** A span without a concept. */
    public Evidence(int start, int end) {
        this(start, end, null);
    }

    /** Whether it is the same words. */
    public boolean sameSpan(Evidence other) {
        return start == other.start && end == other.end;
    }

    /** The same span with what it is about. */
    public Evidence about(String what) {
        return new Evidence(start, end, what);
    }
}
