package dev.valuecompass.scores;

/**
 * The standard normal distribution with accurate tails. {@link StrictMath} keeps the last bit the same on every
 * machine, so that a published figure can be recomputed anywhere.
 */
final class Normal {
    private static final double SQRT_PI = StrictMath.sqrt(StrictMath.PI);
    private static final double SQRT_2 = StrictMath.sqrt(2);
    private static final double SQRT_2_OVER_PI = StrictMath.sqrt(2 / StrictMath.PI);
    /** Below, the series of erf is used, from here the continued fraction of erfc. */
    private static final double TAIL = 2;

    private static final int FRACTION_TERMS = 120;

    private Normal() {}

    /** Φ(x), with full relative accuracy in the lower tail. */
    static double cumulative(double x) {
        double z = x / SQRT_2;
        return z <= 0 ? erfc(-z) / 2 : 1 - erfc(z) / 2;
    }

    /** φ(x)/Φ(x), the mean shift of a normal variable that is known to lie above −x; near −x for very negative x. */
    static double hazard(double x) {
        if (x < 0) {
            return SQRT_2_OVER_PI / scaledErfc(-x / SQRT_2);
        }
        return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) / cumulative(x);
    }

    /** @param x 0 or more */
    private static double erfc(double x) {
        return x < TAIL ? 1 - erfSeries(x) : StrictMath.exp(-x * x) * fraction(x);
    }

    /** {@code exp(x²)·erfc(x)}, which does not underflow. @param x 0 or more */
    private static double scaledErfc(double x) {
        return x < TAIL ? StrictMath.exp(x * x) * (1 - erfSeries(x)) : fraction(x);
    }

    /** erf by Maclaurin's series with positive terms, {@code 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!} (DLMF 7.6.2). */
    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / SQRT_PI * StrictMath.exp(-x * x) * sum;
    }

    /** Laplace's continued fraction {@code exp(x²)·erfc(x) = 1/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …))))} (DLMF 7.9.1). */
    private static double fraction(double x) {
        double tail = x;
        for (int k = terms(x); k >= 1; k--) {
            tail = x + k / 2.0 / tail;
        }
        return 1 / (SQRT_PI * tail);
    }

    /** The further out, the sooner it converges. */
    private static int terms(double x) {
        return (int) Math.min(FRACTION_TERMS, 12 + 4 * FRACTION_TERMS / (x * x));
    }
}
