package dev.valuecompass.recognition.embedded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Four significant digits: what a weight needs, and half the file. */
final class Rounded {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Rounded() {}

    static float of(double value) {
        return new BigDecimal(value).round(DIGITS).floatValue();
    }
}
