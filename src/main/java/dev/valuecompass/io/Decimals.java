package dev.valuecompass.io;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures are rounded where people read them: halves go away from zero, decided on the exact binary value. It is what
 * {@code toFixed} prints in a browser, so that a figure reads the same on every page, in every script and in every report.
 */
public final class Decimals {
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

    private Decimals() {}

    /** With an ASCII minus below zero; what rounds to zero has no sign. @param decimals 0 or more */
    public static String of(double value, int decimals) {
        if (decimals < POWERS.length) {
            double shifted = Math.abs(value) * POWERS[decimals];
            double below = Math.floor(shifted);
            if (shifted < LARGEST && Math.abs(shifted - below - 0.5) > UNSURE) {
                return plain(value < 0, (long) (shifted - below > 0.5 ? below + 1 : below), decimals);
            }
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
}
