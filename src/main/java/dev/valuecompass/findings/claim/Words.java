package dev.valuecompass.findings.claim;

import java.util.Locale;

/** How figures stand in sentences. */
final class Words {
    private Words() {}

    static String two(double figure) {
        return signed(String.format(Locale.ROOT, "%.2f", figure));
    }

    /** Points of the scale from 0 to 100. */
    static String one(double figure) {
        return signed(String.format(Locale.ROOT, "%.1f", figure));
    }

    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + String.format(Locale.ROOT, "%.3f", p);
    }

    private static String signed(String figure) {
        return figure.matches("-0[.]0+") ? figure.substring(1) : figure.replace('-', '\u2212');
    }
}
