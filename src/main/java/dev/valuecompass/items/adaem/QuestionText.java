package dev.valuecompass.items.adaem;

import dev.valuecompass.items.writing.Prose;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the question in what an explorer wrote. Whatever is not plainly one question is none: what passes here is put to
 * every model and printed on pages.
 */
final class QuestionText {
    private static final int LONGEST = 400;

    /** What is far too long is not put in order first. */
    private static final int MOST_READ = 4 * LONGEST;

    private static final int SHORTEST = 15;
    private static final Pattern LABELLED =
            Pattern.compile("(?im)^[\\s>*_#-]{0,10}question[*_]{0,3}\\s*:[*_\\s]*(.+)$");

    private QuestionText() {}

    /** The last labelled line, or else the only line. */
    static Optional<String> find(String answer) {
        String found = null;
        Matcher labelled = LABELLED.matcher(answer);
        while (labelled.find()) {
            found = labelled.group(1);
        }
        if (found == null && answer.strip().lines().count() == 1) {
            found = answer;
        }
        return Optional.ofNullable(found)
                .filter(text -> text.length() <= MOST_READ)
                .map(QuestionText::plain)
                .filter(QuestionText::isQuestion);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[*_]{1,3}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[\"“”'«]+|(?<![\"“”'»])[\"“”'»]+$", "")
                .strip();
    }

    static boolean isQuestion(String text) {
        int marks = (int) text.chars().filter(c -> "?？؟".indexOf(c) >= 0).count();
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && marks == 1
                && "?？؟".indexOf(text.charAt(text.length() - 1)) >= 0
                && Prose.is(text);
    }
}
