package dev.valuecompass.responses;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A short answer without the marks that models put around it. */
final class PlainText {
    private static final Pattern MARKS = Pattern.compile("[*_`#>\"“”„«»]|\\\\(?:boxed|text)\\b|[{}$]|</?[a-z]{1,6}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /** On one line, in one form of each letter, with straight apostrophes. */
    static String of(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('’', '\'');
        return BLANKS.matcher(MARKS.matcher(one).replaceAll("")).replaceAll(" ").strip();
    }
}
