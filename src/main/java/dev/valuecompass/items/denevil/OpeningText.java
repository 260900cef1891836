package dev.valuecompass.items.denevil;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.items.writing.Prose;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the item in what an explorer wrote; whatever is not plainly one is none. */
final class OpeningText {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 900;

    /** What is far too long is not put in order first. */
    private static final int MOST_READ = 4 * LONGEST;

    /** As many words in a row as an opening may share with the continuation before it gives the end away. */
    private static final int RUN = 6;

    private static final Pattern LABELLED =
            Pattern.compile("(?im)^[\\s>*_#-]{0,10}(\\p{L}{1,20})[*_]{0,3}\\s*:[*_\\s]*(.+)$");

    private OpeningText() {}

    /**
     * @param label that stands before it
     * @param continuation of which it must not tell
     */
    static Optional<String> find(String label, String answer, String continuation) {
        Matcher labelled = LABELLED.matcher(answer);
        String found = null;
        while (labelled.find()) {
            found = labelled.group(1).equalsIgnoreCase(label) ? labelled.group(2) : found;
        }
        return Optional.ofNullable(found)
                .filter(text -> text.length() <= MOST_READ)
                .map(OpeningText::plain)
                .filter(OpeningText::isOpening)
                .filter(text -> !tells(text, continuation));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[*_]{1,3}", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static boolean isOpening(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && Prose.is(text);
    }

    private static boolean tells(String opening, String continuation) {
        Set<String> shared = runs(opening);
        shared.retainAll(runs(continuation));
        return !shared.isEmpty();
    }

    private static Set<String> runs(String text) {
        List<String> words = List.of(SmallLetters.of(text).split("[^\\p{L}\\p{N}]+"));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
