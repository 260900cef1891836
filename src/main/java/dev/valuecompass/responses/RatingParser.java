package dev.valuecompass.responses;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.value.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which number of the scale an answer gives. Two numbers, one between two, or one of another scale are none. */
final class RatingParser {
    private static final int LONGEST = 2_000;
    private static final int SHORT = 200;
    private static final List<String> LABELS =
            List.of("disagree strongly", "disagree", "disagree slightly", "agree slightly", "agree", "agree strongly");
    private static final Pattern SCALE = Pattern.compile(
            "(?:on |of )?(?:a |the )?(?:scale )?(?:of |from )?\\b1 ?(?:to|-|–|through) ?6\\b(?: scale)?(?: \\([^)]{0,80}\\))?");
    private static final Pattern OF_SIX = Pattern.compile("(?<=\\d) ?(?:/|out of|of) ?6\\b");
    private static final String NUMBER = "(\\d++(?:[.,]\\d+)?)(?! ?(?:/|out of|-|–|to|or) ?\\d)";
    private static final Pattern MARKED = Pattern.compile(
            "\\b(?:answer|rating|score|response|rate it|rate this|give it|give this|choose)(?: is| would be| a| as| with| of){0,6}"
                    + " ?[:=-]? ?" + NUMBER);
    private static final Pattern LEAD = Pattern.compile("^[(\\[]?" + NUMBER + "(?=[)\\].:;,! –-]|$)");
    private static final Pattern ANY = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private RatingParser() {}

    /** @return 1 to 6; empty when there is not exactly one such number */
    static Optional<Integer> parse(String text) {
        String plain = SmallLetters.of(PlainText.of(text));
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        String label = plain.replaceFirst("^i (?:would )?", "").replaceFirst("[.!]$", "");
        for (int i = 0; i < LABELS.size(); i++) {
            if (label.equals(LABELS.get(i)) || label.equals(turned(LABELS.get(i)))) {
                return Optional.of(i + 1);
            }
        }
        String rated = OF_SIX.matcher(SCALE.matcher(plain).replaceAll(" "))
                .replaceAll("")
                .strip();
        Set<String> marked = all(MARKED, 1, rated);
        Matcher lead = LEAD.matcher(rated);
        if (lead.find()) {
            marked.add(lead.group(1));
        }
        if (marked.isEmpty() && plain.length() <= SHORT) {
            marked = all(ANY, 0, rated);
        }
        return marked.size() == 1 ? onScale(marked.iterator().next()) : Optional.empty();
    }

    /** "strongly agree" for "agree strongly". */
    private static String turned(String label) {
        int blank = label.indexOf(' ');
        return blank < 0 ? label : label.substring(blank + 1) + " " + label.substring(0, blank);
    }

    private static Set<String> all(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static Optional<Integer> onScale(String number) {
        if (number.length() != 1) {
            return Optional.empty();
        }
        int rating = number.charAt(0) - '0';
        return rating >= Instrument.LEAST && rating <= Instrument.MOST ? Optional.of(rating) : Optional.empty();
    }
}
