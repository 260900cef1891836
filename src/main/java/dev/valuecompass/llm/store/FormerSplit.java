package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.ChatResult;
import java.util.List;

/**
 * Knows answers again that an earlier version cut in the wrong place. It looked for the end of the thoughts in a copy in
 * small letters, where each {@code İ} takes two places, so for each of them the thoughts kept one character of what
 * follows, and the answer lost its first ones. Those are kept nowhere, so such a call has to be made again.
 */
final class FormerSplit {
    private static final char WIDENED = 'İ';
    private static final List<String> ENDS = List.of("</think>", "</thinking>");

    private FormerSplit() {}

    /** @param result JSON of a {@link ChatResult} */
    static boolean damaged(String result) {
        if (result.indexOf(WIDENED) < 0) {
            return false;
        }
        try {
            String thoughts = ChatResult.read(result).reasoning();
            return ENDS.stream().anyMatch(end -> endsWithPartOf(end, thoughts) || runsOver(end, thoughts));
        } catch (DataException e) {
            return false;
        }
    }

    /** Fewer of them than the mark is long: as many of its characters stand at the end. */
    private static boolean endsWithPartOf(String end, String thoughts) {
        int widened = count(thoughts, thoughts.length());
        return widened > 0
                && widened < end.length()
                && thoughts.regionMatches(true, thoughts.length() - widened, end, 0, widened);
    }

    /** More of them: the whole mark and the beginning of the answer. Blanks at the end were taken off. */
    private static boolean runsOver(String end, String thoughts) {
        for (int at = thoughts.indexOf('<'); at >= 0; at = thoughts.indexOf('<', at + 1)) {
            if (thoughts.regionMatches(true, at, end, 0, end.length())) {
                int widened = count(thoughts, at);
                return widened >= end.length() && thoughts.length() - at <= widened;
            }
        }
        return false;
    }

    private static int count(String thoughts, int to) {
        return (int) thoughts.substring(0, to).chars().filter(c -> c == WIDENED).count();
    }
}
