package dev.valuecompass.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers and dates as the pages print them, the same on every machine. */
final class Figures {
    static final String MISSING = "\u2013";

    private Figures() {}

    /** One decimal; the missing mark for null. */
    static String one(Double value) {
        return rounded(value, 1);
    }

    static String two(Double value) {
        return rounded(value, 2);
    }

    /**
     * Halves go away from zero, decided on the exact binary value: what {@code toFixed} prints in the browser, so that
     * a figure does not change when a script prints it again.
     */
    static String rounded(Double value, int decimals) {
        if (value == null) {
            return MISSING;
        }
        BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return (exact.signum() == 0 ? exact.abs() : exact).toPlainString();
    }

    /** Every digit, for machines; null stays null, so that the attribute is left out. */
    static String full(Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(value.longValue())
                : value.toString();
    }

    /** With a comma before every three digits. */
    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 2026-11} as {@code November 2026}; other texts as they are. */
    static String month(String period) {
        try {
            YearMonth month = YearMonth.parse(period);
            return Month.from(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
        } catch (DateTimeParseException e) {
            return period;
        }
    }

    /** The name of an ISO 3166-1 alpha-2 code; other texts as they are. */
    static String country(String code) {
        return code.matches("[A-Z]{2}")
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)
                : code;
    }

    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? rounded(bytes / 1e3, 1) + " kB" : rounded(bytes / 1e6, 1) + " MB";
    }

    /** {@code 1 model}, {@code 2 models}. */
    static String count(long n, String one, String many) {
        return whole(n) + " " + (n == 1 ? one : many);
    }
}
