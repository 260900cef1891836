package dev.valuecompass.responses;

import dev.valuecompass.io.SmallLetters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two statements an answer chooses. What names both, neither, or one only to turn it down, is no choice: nothing
 * is guessed.
 */
final class ChoiceParser {
    private static final int LONGEST = 2_000;
    private static final String ONE = "(?:the )?(?:(?:statement|option|sentence|answer) )?[(\\[]?"
            + "(a|b|1|2|first|second|former|latter)[)\\]]?(?! ?(?:or|and|/|&) ?[(]?(?:b|a|2|1|second|first|latter|former)\\b)\\b";

    /** "A and B", "A or B", "both", "neither": no choice, wherever it begins the answer. */
    private static final Pattern NEITHER = Pattern.compile(
            "^(?:(?:final )?answer ?[:=-] ?)?(?:both|neither|none|it depends|depends|equal|statements? a ?(?:and|or|/|&)"
                    + "|[(]?a[)]? ?(?:,|/|&|or|and) ?[(]?b[)]?(?: |[.!]|$))");

    /** A letter alone, or before a mark or a reason; "A good life" is no choice. */
    private static final Pattern LEAD =
            Pattern.compile("^[(\\[]?([ab])(?:[)\\]]|[.:;,!-]|(?= ?[–—-] )|(?= (?:because|since|as)\\b)|$)");

    private static final Pattern ORDINAL = Pattern.compile(
            "^(?:the )?(?:statement |option )?(a|b|1|2|first|second|former|latter)(?: (?:statement|one|option))?[.!]?$");
    private static final Pattern NAMED = Pattern.compile("^(?:statement|option) [(]?([ab12])[)]?(?=[.:;,! -]|$)");
    private static final Pattern MARKED = Pattern.compile(
            "\\b(?:final answer|my answer|answer|my choice|choice|selection)(?: is| would be)? ?[:=-]? ?" + ONE
                    + "(?=[.!;,) ]|$)(?! [a-z]+ing\\b)");
    private static final Pattern CHOSEN = Pattern.compile(
            "(not |n't |never |cannot |rather than |would have )?\\b(?:choose|choosing|chose|pick|picking|select|selecting|prefer|go with|going with|opt for"
                    + "|lean towards?|side with|(?:agree|identify|resonate)(?: (?:more|most))?(?: (?:closely|strongly))? with) "
                    + ONE);
    private static final Pattern NEARER =
            Pattern.compile(ONE + "(?: (?:statement|one|option))? is (not |never )?(?:much |slightly |clearly |a bit )?"
                    + "(?:nearer|closer|closest|nearest|more important|my choice|what i)");

    private ChoiceParser() {}

    /**
     * @param first the statement that is shown first, as it was shown
     * @param second the other
     * @return 1 or 2, the place of the chosen statement; empty when none is chosen
     */
    static Optional<Integer> parse(String text, String first, String second) {
        String plain = SmallLetters.of(PlainText.of(text));
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || NEITHER.matcher(plain).find()) {
            return Optional.empty();
        }
        Set<Integer> quoted =
                quoted(plain, SmallLetters.of(PlainText.of(first)), SmallLetters.of(PlainText.of(second)));
        if (quoted.size() > 1) {
            return Optional.empty();
        }
        Set<Integer> said = new TreeSet<>();
        boolean denied = collect(CHOSEN, plain, 2, 1, said) | collect(NEARER, plain, 1, 2, said);
        collect(MARKED, plain, 1, 0, said);
        Matcher lead = LEAD.matcher(plain);
        if (lead.find()) {
            said.add(place(lead.group(1)));
        }
        for (Pattern alone : new Pattern[] {ORDINAL, NAMED}) {
            Matcher matcher = alone.matcher(plain);
            // A figure alone names no letter.
            if (matcher.find() && !matcher.group().matches("[12][.!]?")) {
                said.add(place(matcher.group(1)));
            }
        }
        if (said.isEmpty() && !denied) {
            said.addAll(quoted);
        }
        return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
    }

    /** @return whether something was turned down */
    private static boolean collect(Pattern pattern, String plain, int place, int denial, Set<Integer> said) {
        boolean denied = false;
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            if (denial > 0 && matcher.group(denial) != null) {
                denied = true;
            } else {
                said.add(place(matcher.group(place)));
            }
        }
        return denied;
    }

    /** The statements that the answer begins with, or that are all of it but a letter. */
    private static Set<Integer> quoted(String plain, String first, String second) {
        Set<Integer> quoted = new TreeSet<>();
        boolean both = plain.contains(bare(first)) && plain.contains(bare(second));
        if (both) {
            quoted.addAll(Set.of(1, 2));
            return without(plain, quoted);
        }
        if (bare(plain).equals(bare(first))) {
            quoted.add(1);
        } else if (bare(plain).equals(bare(second))) {
            quoted.add(2);
        }
        return quoted;
    }

    /** Both were repeated: a form that was copied says nothing, unless a choice is marked behind it. */
    private static Set<Integer> without(String plain, Set<Integer> both) {
        return MARKED.matcher(plain).find() || CHOSEN.matcher(plain).find() ? Set.of() : both;
    }

    private static String bare(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static int place(String word) {
        return switch (word) {
            case "a", "1", "first", "former" -> 1;
            default -> 2;
        };
    }
}
