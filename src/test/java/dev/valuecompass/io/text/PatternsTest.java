package dev.valuecompass.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    /** Few, so that many texts match; some are the same letter as another one when case does not matter. */
    private static final String LETTERS = "abABiIıİkK\u212AsSſßẞσςΣ -";

    private final Random dice = new Random(17);

    private String one(String... choices) {
        return choices[dice.nextInt(choices.length)];
    }

    private String letters(int most) {
        return IntStream.range(0, 1 + dice.nextInt(most))
                .mapToObj(i -> LETTERS.substring(dice.nextInt(LETTERS.length())).substring(0, 1))
                .collect(Collectors.joining());
    }

    /** An expression of anything that ours are made of. */
    private String expression(int depth) {
        return IntStream.range(0, 1 + dice.nextInt(3))
                .mapToObj(i -> IntStream.range(0, 1 + dice.nextInt(3))
                        .mapToObj(j ->
                                element(depth) + one("", "", "", "?", "+", "*", "{2}", "{0,2}", "{1,}", "*+", "+?"))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private String element(int depth) {
        if (depth > 0 && dice.nextInt(3) == 0) {
            return one("(?:", "(", "(?i:", "(?iu:", "(?>") + expression(depth - 1) + ")";
        }
        return switch (dice.nextInt(10)) {
            case 0 -> "[" + letters(3).replace("-", "") + "b]";
            case 1 -> "[^" + letters(2).replace("-", "") + "a]";
            case 2 -> one("[a-s]", "[a&&[^k]]", "[\\]a]", "[\\p{L}-]", ".", "\\w", "\\p{Lu}", "\\pL", "\\s");
            case 3 -> "(?:" + one("\\b", "^", "$", "(?=a)", "(?!b|i)", "(?<=s)", "(?<!k )") + ")";
            case 4 -> "(?:\\Q" + letters(2) + "\\E)";
            case 5 -> "(?:" + one("\\-", "\\[", "\\x61", "\\u0061", "(?i)", "(?x: a )", "(a)\\1") + ")";
            default -> "(?:" + letters(3) + ")";
        };
    }

    private Pattern pattern() {
        int cases = dice.nextBoolean() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : Pattern.CASE_INSENSITIVE;
        return Pattern.compile(expression(2), dice.nextBoolean() ? cases : 0);
    }

    private static Optional<String> oneByOne(List<Pattern> patterns, String text) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    @Test
    void whatIsFoundIsWhatTryingEachFinds() {
        int found = 0;
        int told = 0;
        for (int round = 0; round < 300; round++) {
            List<Pattern> patterns = Stream.generate(this::pattern)
                    .filter(pattern -> !pattern.matcher("").find())
                    .limit(4)
                    .toList();
            told += (int) patterns.stream()
                    .filter(pattern -> !Needed.of(pattern).isEmpty())
                    .count();
            Patterns together = Patterns.of(patterns);
            for (int i = 0; i < 10; i++) {
                String text = letters(8);
                Optional<String> expected = oneByOne(patterns, text);
                assertThat(together.firstIn(text))
                        .as("%s in %s", patterns, text)
                        .isEqualTo(expected);
                assertThat(together.isAnyIn(text)).isEqualTo(expected.isPresent());
                found += expected.isPresent() ? 1 : 0;
            }
        }
        assertThat(found).as("the test is not about texts without a match").isBetween(300, 2_700);
        assertThat(told).as("nor about expressions that need nothing").isGreaterThan(300);
    }

    @Test
    void aWordIsNeededInWhateverCase() {
        Pattern pleas = Pattern.compile(
                "\\b(?:ignore|disregard)\\b.{0,60}\\b(?:instruct|the above)\\w*+ (?:[\"']?values?\\b\\s*[:=]|gr[ae]de(?: it)?+)",
                Pattern.CASE_INSENSITIVE);
        assertThat(Needed.of(pleas))
                .containsExactly(
                        Set.of("ignore", "disregard"),
                        Set.of("instruct", "the above"),
                        Set.of(" "),
                        Set.of("value", "grade", "grede"));
        assertThat(Patterns.of(List.of(pleas)).firstIn("So IGNORE instructions values : and"))
                .contains("IGNORE instructions values :");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a?", "a*b?", "\\w+", "[^a]", "a|", "(?:a|.)", "(?x)a b", "\\x61", "(a)\\1", "a{0}", "(?=abc)"})
    void whereNothingIsToldNothingIsNeeded(String expression) {
        assertThat(Needed.of(Pattern.compile(expression))).isEmpty();
    }

    @Test
    void aLetterThatIsFoldedStaysAsItIs() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isLetter)
                        .mapToObj(Character::toString)
                        .map(Needed::folded)
                        .filter(folded -> !Needed.folded(folded).equals(folded)))
                .isEmpty();
    }
}
