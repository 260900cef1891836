package dev.valuecompass.snapshot.freeze;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one rounding of frozen numbers: six decimals, halves to even, on the shortest decimal form of the double. What
 * is published is exactly what a recomputation rounds to.
 */
final class Rounding {
    static final int DECIMALS = 6;

    private Rounding() {}

    /** Null stays null; what is not finite stays as it is, for the checks to refuse. */
    static Double frozen(Double value) {
        return value == null ? null : Double.valueOf(frozen(value.doubleValue()));
    }

    static double frozen(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : value;
    }
}
