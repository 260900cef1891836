package dev.valuecompass.io.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters of other scripts that look like Latin ones in most typefaces, from Unicode's list of confusable characters
 * (UTS #39): the Cyrillic, Greek and Armenian ones that are drawn alike. Digits are no letters here: 4o and 40 may be the
 * names of two models.
 */
final class LookAlikes {
    private static final String OTHER =
            "АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухѵһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ" + "ՍՕսօհո" + "ıɑɡ";
    private static final String LATIN =
            "ABESIJKMHOPCTYXQWaesijopcyxvhdqw" + "ABEZHIKMNOPTYXaikvopux" + "UOuohn" + "iag";
    private static final Map<Character, Character> TO_LATIN = IntStream.range(0, OTHER.length())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(OTHER::charAt, LATIN::charAt));

    private LookAlikes() {}

    /** The text with each look-alike replaced by the Latin letter; of the same length. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            latin.append(TO_LATIN.getOrDefault(text.charAt(i), text.charAt(i)));
        }
        return latin.toString();
    }

    /** Whether one word has letters of Latin and of another script of which some look like Latin ones. */
    static boolean mixedWord(String text) {
        for (String word : text.split("[^\\p{L}\\p{M}]+")) {
            Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
            word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
            scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
            if (scripts.contains(UnicodeScript.LATIN)
                    && scripts.size() > 1
                    && !latin(word).toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
