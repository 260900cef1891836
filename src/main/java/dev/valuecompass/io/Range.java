package dev.valuecompass.io;

import java.math.BigDecimal;

/** The numbers that are allowed, both ends included. */
public record Range(BigDecimal least, BigDecimal most) {
    /** Both ends are part of it. */
    public static Range of(double least, double most) {
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** Both ends are part of it. */
    public static Range of(long least, long most) {
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    public boolean contains(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** {@code from 0 to 2}. */
    @Override
    public String toString() {
        return "from " + plain(least) + " to " + plain(most);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
