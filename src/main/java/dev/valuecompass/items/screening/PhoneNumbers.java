package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers of any country and form. Numbers that are nobody's today are refused too, so no numbering plan is asked:
 * a long run of digits is a phone number unless it is plainly something else.
 */
final class PhoneNumbers implements Rule {
    private static final int FEWEST_DIGITS = 7;
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\+ ?|00)?\\(?\\d(?:[ ().,/\\\\_*~|-]{0,3}\\d){5,24}(?![\\p{L}\\d])");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,3}(?:[,']\\d{3}){1,9}(?:\\.\\d+)?" // 1,234,567.8
                    + "|\\d{1,3}(?:[ .]\\d{3}){0,9}[ .]000(?:,\\d+)?" // 1 234 000
                    + "|\\d{1,2}(?:,\\d{2}){1,9},\\d{3}" // 12,34,567
                    + "|[1-9]\\d*0000|(?:0|[1-9]\\d{0,2})[.]\\d+" // 25000000, 3.14159265
                    + "|\\d{1,3}(?:[.,]\\d{1,3})? ?(?:-|/|, ?) ?\\d{1,3}(?:[.,]\\d{1,3})?");
    /** Letters that stand for a nought among digits. */
    private static final Pattern LETTERS = Pattern.compile("(?<=\\d)[oO]+(?![\\p{L}&&[^oO]])|(?<!\\p{L})[oO](?=\\d)");

    private static final String YEAR = "(?:1\\d{3}|20\\d{2}|2100)";
    private static final Pattern TIME = Pattern.compile(YEAR + "(?:(?: ?[-/,] ?| )" + YEAR + "){1,5}" // 1914-1918
            + "|" + YEAR + "[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?(?:\\d{2}|" + YEAR + ")"
            + "|" + YEAR + "-\\d{2}");
    private static final Pattern AFTER_YEAR = Pattern.compile("(?:1[5-9]|20)\\d{2},? \\d{1,6}(?:[.,]\\d+)*+");
    private static final Pattern IN =
            Pattern.compile("(?i).*\\b(?:in|since|by|until|of|from|year|before|after|during) $");

    private static final String SHORT = "(?!(?:911|112|999|110|119|000|988|111|101|100|102|108|113|118)\\b)";
    private static final Rule CALLS = Rule.any(
            Pattern.compile(
                    "(?i)\\b(?:call|dial|phone|ring|text|sms|fax|whatsapp)s? (?:(?:the |this |a )?number |us on |me on |now on |now:? ?|on |at )?"
                            + SHORT + "\\d{4,}\\b(?! (?:\\p{Ll}{2,}s|people|men|women|children)\\b)"),
            Pattern.compile("(?i)\\b(?:text|sms|send|message) \\S{1,20} to \\d{3,}\\b"),
            Pattern.compile(
                    "(?i)\\b(?:hotline|helpline|telephone|phone|mobile|fax|tel|cell)\\.?(?: number)?(?: is| at|:)? ?:? ?"
                            + SHORT + "\\d{3,}\\b"),
            Pattern.compile(
                    "(?<!\\d)(?:\\+?1[ -]?)?\\(?0?(?:8(?:00|88|77|66|55|44|33)|900|190\\d)\\)?[ -](?=[A-Z0-9-]*[A-Z]{3})[A-Z0-9-]{4,}\\b"),
            Pattern.compile(
                    "(?i)\\b(?:(?:zero|oh|null|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred)[ ,-]{1,2}){4,40}"
                            + "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|hundred)\\b"));

    @Override
    public Optional<String> find(String written) {
        String text = LETTERS.matcher(written).replaceAll("0");
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String digits = run.group();
            if (digits.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                    && !NUMBER.matcher(digits).matches()
                    && !TIME.matcher(digits).matches()
                    && !inYear(text.substring(Math.max(0, run.start() - 10), run.start()), digits)) {
                return Optional.of(digits);
            }
        }
        return CALLS.find(text);
    }

    /** As in: in 2020 1,000 people. */
    private static boolean inYear(String before, String digits) {
        return AFTER_YEAR.matcher(digits).matches() && IN.matcher(before).matches();
    }
}
