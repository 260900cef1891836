package dev.valuecompass.site.text;

import dev.valuecompass.language.PageTexts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers and dates as the pages print them, the same on every machine. */
public final class Figures {
    /** Stands where there is no figure. */
    public static final String MISSING = "\u2013";

    /** Before a figure below 0; a hyphen is shorter than a plus, and lines break behind it. */
    private static final String MINUS = "\u2212";

    private static final double[] POWERS = {1, 10, 100, 1000};
    /** Below this, a double times a power of ten is off by far less than {@link #UNSURE}. */
    private static final double LARGEST = 1e9;

    private static final double UNSURE = 1e-6;

    /** 0.0 to 100.0: most figures of most pages. */
    private static final String[] TENTHS = new String[1001];

    static {
        for (int i = 0; i < TENTHS.length; i++) {
            TENTHS[i] = i / 10 + "." + i % 10;
        }
    }

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
        return ascii(value, 1);
    }

    /**
     * With 0 to 3 decimals and a minus sign (U+2212) below 0. Halves go away from zero, decided on the exact binary
     * value: what {@code toFixed} prints in the browser, so that a figure does not change when a script prints it again.
     */
    public static String rounded(Double value, int decimals) {
        if (value == null) {
            return MISSING;
        }
        String text = ascii(value, decimals);
        return text.charAt(0) == '-' ? MINUS + text.substring(1) : text;
    }

    private static String ascii(double value, int decimals) {
        double shifted = Math.abs(value) * POWERS[decimals];
        double below = Math.floor(shifted);
        if (shifted < LARGEST && Math.abs(shifted - below - 0.5) > UNSURE) {
            return plain(value < 0, (long) (shifted - below > 0.5 ? below + 1 : below), decimals);
        }
        BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return (exact.signum() == 0 ? exact.abs() : exact).toPlainString();
    }

    private static String plain(boolean negative, long digits, int decimals) {
        if (decimals == 1 && digits < TENTHS.length && (!negative || digits == 0)) {
            return TENTHS[(int) digits];
        }
        String all = Long.toString(digits);
        if (all.length() <= decimals) {
            all = "0".repeat(decimals + 1 - all.length()) + all;
        }
        int point = all.length() - decimals;
        String sign = negative && digits != 0 ? "-" : "";
        return decimals == 0 ? sign + all : sign + all.substring(0, point) + "." + all.substring(point);
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

    /** {@code 2026-11} as {@code November 2026}; other texts as they are. */
    public static String month(String period) {
        try {
            YearMonth month = YearMonth.parse(period);
            return Month.from(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
        } catch (DateTimeParseException e) {
            return period;
        }
    }

    /** The name of an ISO 3166-1 alpha-2 code; other texts as they are. */
    public static String country(String code) {
        return code.matches("[A-Z]{2}")
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)
                : code;
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
