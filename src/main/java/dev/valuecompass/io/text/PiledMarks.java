package dev.valuecompass.io.text;

import java.util.regex.Pattern;

/**
 * Marks heaped on one letter, such as accents by the thousand. To put them in order, and to find the borders of words among
 * them, takes the square of their number, so no more are kept than Unicode's stream-safe text format has (UAX #15).
 */
public final class PiledMarks {
    private static final Pattern PILED = Pattern.compile("(\\p{M}{30})\\p{M}++");

    private PiledMarks() {}

    /** The text with 30 marks in a row at most; any text that people write is unchanged. */
    public static String thinned(String text) {
        return PILED.matcher(text).replaceAll("$1");
    }
}
