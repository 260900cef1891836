package dev.valuecompass.items.screening;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A text in the one form that rules read: look-alikes of dots, dashes, quotation marks and digits are the plain ones. */
final class Folded {
    private static final Pattern DASHES = Pattern.compile("[\\u00AD\\u2010-\\u2015\\u2212\\uFE58\\uFE63]");
    private static final Pattern DOTS = Pattern.compile("[\\u3002\\u2024\\u2027\\u2022\\u00B7\\u06D4](?=\\p{L})");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u201A\\u2032\\u02BC`\\u00B4]");
    private static final Pattern QUOTES = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB\\u2033]");
    private static final Pattern DIGITS = Pattern.compile("[\\p{Nd}&&[^0-9]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Folded() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = DASHES.matcher(plain).replaceAll("-");
        plain = DOTS.matcher(plain).replaceAll(".");
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = QUOTES.matcher(plain).replaceAll("\"");
        plain = DIGITS.matcher(plain)
                .replaceAll(
                        digit -> Integer.toString(Character.digit(digit.group().codePointAt(0), 10)));
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
