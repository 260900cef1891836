package dev.valuecompass.items.writing;

import java.util.regex.Pattern;

/** Tells prose from what else a model may write: what passes is put to every model and printed on pages. */
public final class Prose {
    private static final double LETTERS = 0.6;
    private static final Pattern FOREIGN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}<>{}\\[\\]|\\\\`]|https?:|www\\.|@");

    private Prose() {}

    /** Mostly letters, without markup, addresses, placeholders and characters that nobody sees. */
    public static boolean is(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        return letters >= LETTERS * text.length() && !FOREIGN.matcher(text).find();
    }
}
