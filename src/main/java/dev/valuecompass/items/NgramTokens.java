package dev.valuecompass.items;

import dev.valuecompass.io.SmallLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as the n-gram figures see it: words in lower case, punctuation marks left out. */
final class NgramTokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’][\\p{L}\\p{M}]++)*+");

    private NgramTokens() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(SmallLetters.of(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** How often each run of {@code n} words stands in a text. */
    static Map<String, Integer> runs(List<String> words, int n) {
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            runs.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
        }
        return runs;
    }
}
