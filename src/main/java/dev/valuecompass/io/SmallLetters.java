package dev.valuecompass.io;

import java.util.Locale;

/**
 * A foreign text in small letters, of the same length, so that places in it are places in the text. In linear time: for
 * {@code İ} and {@code Σ} the library's own method copies, or looks through, the whole text each time.
 */
public final class SmallLetters {
    private SmallLetters() {}

    /** Letter by letter, in no language: {@code İ} becomes {@code i}, and {@code Σ} becomes {@code σ} wherever it stands. */
    public static String of(String text) {
        if (text.indexOf('İ') < 0 && text.indexOf('Σ') < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder small = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }
}
