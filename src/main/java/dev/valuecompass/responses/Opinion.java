package dev.valuecompass.responses;

import java.util.List;

/** A stance on a question with the key points given for it. */
public record Opinion(Stance stance, List<KeyPoint> points) {
    /** Yes, no, or neither. */
    public enum Stance {
        YES,
        NO,
        NEUTRAL
    }

    /**
     * One reason.
     *
     * @param text without markdown's marks, white space folded
     * @param start first character of the point in the response's text (UTF-16 code units, from 0)
     * @param end one past its last character
     */
    public record KeyPoint(String text, int start, int end) {}
}
