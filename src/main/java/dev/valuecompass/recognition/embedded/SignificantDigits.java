package dev.valuecompass.recognition.embedded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Four significant digits: what a weight needs, and half the file. */
final class SignificantDigits {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private SignificantDigits() {}

    static float of(double value) {
        return new BigDecimal(value).round(DIGITS).floatValue();
    }
}
