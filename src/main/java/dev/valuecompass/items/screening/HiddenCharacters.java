package dev.valuecompass.items.screening;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that nobody sees, words spelt apart, and words that borrow letters of another script. Reads the text as it is. */
final class HiddenCharacters implements Rule {
    /** Line ends and tabs are none; joiners are looked at by their neighbours. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\n\\r\\t\\u200C\\u200D]]"
                    + "|[\\u2028\\u2029\\u115F\\u1160\\u3164\\uFFA0\\u2800\\u034F\\x{E0100}-\\x{E01EF}]");

    private static final Pattern VARIATION = Pattern.compile("(?<![\\p{So}\\p{Sm}\\p{Sk}\\p{Nd}#*])[\\uFE00-\\uFE0F]");
    private static final Pattern JOINER =
            Pattern.compile("(?<![\\p{IsArabic}\\p{IsDevanagari}\\p{InBengali}\\p{So}\\p{Mn}\\uFE0F])[\\u200C\\u200D]");
    private static final Pattern HEAPED = Pattern.compile("[\\p{Mn}\\p{Me}&&[^\\uFE00-\\uFE0F]]{4}");
    private static final Pattern SPELT_APART =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}[ _.*-]){5,80}\\p{L}(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");
    private static final Set<UnicodeScript> LATIN_LIKE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE);
    /** As in μm and ΔT. */
    private static final int LONGEST_SYMBOL = 3;

    private static final Rule PATTERNS = Rule.any(HEAPED, SPELT_APART);

    @Override
    public Optional<String> find(String text) {
        for (Pattern pattern : new Pattern[] {UNSEEN, VARIATION, JOINER}) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                return Optional.of("U+%04X".formatted(text.codePointAt(found.start())));
            }
        }
        return PATTERNS.find(text).or(() -> mixed(text));
    }

    private static Optional<String> mixed(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> word.length() > LONGEST_SYMBOL)
                .filter(word -> word.codePoints()
                                .mapToObj(UnicodeScript::of)
                                .filter(LATIN_LIKE::contains)
                                .distinct()
                                .count()
                        > 1)
                .findFirst();
    }
}
