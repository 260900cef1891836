package dev.valuecompass.site.text;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.language.PageTexts;

/** Numbers and dates as the pages print them, the same on every machine. */
public final class Figures {
    /** Stands where there is no figure. */
    public static final String MISSING = "\u2013";

    /** Before a figure below 0; a hyphen is shorter than a plus, and lines break behind it. */
    private static final String MINUS = "\u2212";

    private Figures() {}

    /** One decimal; the missing mark for null. */
    public static String one(Double value) {
        return rounded(value, 1);
    }

    /** Two decimals; {@link #MISSING} for null. */
    public static String two(Double value) {
        return rounded(value, 2);
    }

    /** One decimal as drawings, styles and other readers that are no people need it: with an ASCII minus. */
    public static String place(double value) {
        return Decimals.of(value, 1);
    }

    /**
     * With a minus sign (U+2212) below 0, rounded as {@link Decimals} says.
     */
    public static String rounded(Double value, int decimals) {
        if (value == null) {
            return MISSING;
        }
        String text = Decimals.of(value, decimals);
        return text.charAt(0) == '-' ? MINUS + text.substring(1) : text;
    }

    /** Every digit, for machines; null stays null, so that the attribute is left out. */
    public static String full(Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(value.longValue())
                : value.toString();
    }

    /** With a comma before every three digits. */
    public static String whole(long value) {
        return PageTexts.whole(value);
    }

    /** In B, kB or MB, by thousands. */
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? rounded(bytes / 1e3, 1) + " kB" : rounded(bytes / 1e6, 1) + " MB";
    }

    /** {@code 1 model}, {@code 2 models}. */
    public static String count(long n, String one, String many) {
        return whole(n) + " " + (n == 1 ? one : many);
    }
}
