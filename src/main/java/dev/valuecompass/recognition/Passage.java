package dev.valuecompass.recognition;

import dev.valuecompass.responses.Opinion;
import dev.valuecompass.responses.Response;
import java.util.List;

/**
 * A piece of an answer that is read on its own: a key point of an opinion, or the whole of any other answer.
 *
 * @param start its first character in the response's text (UTF-16 code units, from 0)
 * @param end one past its last character
 */
public record Passage(String text, int start, int end) {
    /** The passages of an answer in order, none of them blank; empty when there is nothing to read. */
    public static List<Passage> of(Response response) {
        Opinion opinion = response.opinion();
        if (opinion != null && !opinion.points().isEmpty()) {
            return opinion.points().stream()
                    .map(point -> of(response.text(), point.start(), point.end()))
                    .filter(passage -> passage.start < passage.end)
                    .toList();
        }
        Passage whole = of(response.text(), 0, response.text().length());
        return whole.start < whole.end ? List.of(whole) : List.of();
    }

    public Evidence evidence() {
        return new Evidence(start, end);
    }

    private static Passage of(String text, int from, int to) {
        int start = Math.max(from, 0);
        int end = Math.min(to, text.length());
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Passage(text.substring(start, Math.max(start, end)), start, Math.max(start, end));
    }
}
