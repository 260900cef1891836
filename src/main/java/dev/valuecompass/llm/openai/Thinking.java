package dev.valuecompass.llm.openai;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer in which the model thought aloud between marks such as {@code <think>}, taken apart. Marks are looked for in
 * the text as it came, never in a changed copy, whose places may be others.
 *
 * @param answer what is left for the reader
 * @param thoughts what stood between the marks
 * @param open whether a mark was never closed: the answer did not come any more
 */
record Thinking(String answer, String thoughts, boolean open) {
    /** All marks there are. A further kind is one more entry. */
    private static final List<ThinkingTags> MARKS =
            List.of(ThinkingTags.of("<think>", "</think>", true), ThinkingTags.of("<thinking>", "</thinking>", false));

    /**
     * A pair of marks, in capitals or not.
     *
     * @param opening finds the mark that begins thoughts
     * @param either finds both; group 1 is a mark that ends thoughts
     * @param alone whether the end counts without a beginning: some chat templates put that into the prompt
     */
    private record ThinkingTags(Pattern opening, Pattern either, boolean alone) {
        static ThinkingTags of(String start, String end, boolean alone) {
            return new ThinkingTags(
                    letters(Pattern.quote(start)),
                    letters("(" + Pattern.quote(end) + ")|" + Pattern.quote(start)),
                    alone);
        }

        private static Pattern letters(String regex) {
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        }

        /** Empty when the text does not begin with this mark, blanks aside. */
        Optional<Thinking> split(String content, int begin) {
            Matcher start = opening.matcher(content).region(begin, content.length());
            return start.lookingAt() ? Optional.of(thoughtsFrom(start.end(), content)) : Optional.empty();
        }

        /** Empty when there is no end that counts. */
        Optional<Thinking> splitAtEnd(String content) {
            boolean ends = alone
                    && !opening.matcher(content).find()
                    && either.matcher(content).find();
            return ends ? Optional.of(thoughtsFrom(0, content)) : Optional.empty();
        }

        /** Marks inside the thoughts are counted, so that the end is theirs and not the whole's. */
        private Thinking thoughtsFrom(int from, String content) {
            Matcher mark = either.matcher(content).region(from, content.length());
            int open = 1;
            while (mark.find()) {
                open += mark.group(1) == null ? 1 : -1;
                if (open == 0) {
                    return new Thinking(
                            content.substring(mark.end()).strip(),
                            content.substring(from, mark.start()).strip(),
                            false);
                }
            }
            return new Thinking("", content.substring(from).strip(), true);
        }
    }

    /** Only marks at the beginning count: an answer may well speak about such marks further on. */
    static Thinking split(String content) {
        int begin = firstVisible(content);
        for (ThinkingTags marks : MARKS) {
            Optional<Thinking> found = marks.split(content, begin);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return MARKS.stream()
                .flatMap(marks -> marks.splitAtEnd(content).stream())
                .findFirst()
                .orElse(new Thinking(content, "", false));
    }

    private static int firstVisible(String text) {
        int i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
