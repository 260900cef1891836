package dev.valuecompass.importing;

import dev.valuecompass.recognition.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code <i>…</i>} marks around parts of an answer as spans of the answer; markup is never kept. */
final class Highlights {
    private static final String OPEN = "<i>";
    private static final String CLOSE = "</i>";

    private Highlights() {}

    /**
     * Walks both texts at once, so that an answer which itself contains such a mark is not misread.
     *
     * @return the marked spans, none when nothing is marked; empty when the highlight is not the answer with marks
     */
    static Optional<List<Evidence>> spans(String answer, String highlight) {
        List<Evidence> spans = new ArrayList<>();
        int open = -1;
        int at = 0;
        int i = 0;
        while (i < highlight.length()) {
            if (at < answer.length() && answer.charAt(at) == highlight.charAt(i) && !mark(answer, at, highlight, i)) {
                at++;
                i++;
            } else if (open < 0 && highlight.startsWith(OPEN, i)) {
                open = at;
                i += OPEN.length();
            } else if (open >= 0 && highlight.startsWith(CLOSE, i)) {
                if (at > open) {
                    spans.add(new Evidence(open, at));
                }
                open = -1;
                i += CLOSE.length();
            } else {
                return Optional.empty();
            }
        }
        return at == answer.length() && open < 0 ? Optional.of(spans) : Optional.empty();
    }

    /** Where both texts show a mark at once it belongs to the answer only if the answer has it there too. */
    private static boolean mark(String answer, int at, String highlight, int i) {
        String mark = highlight.startsWith(OPEN, i) ? OPEN : highlight.startsWith(CLOSE, i) ? CLOSE : "";
        return !mark.isEmpty() && !answer.startsWith(mark, at);
    }
}
