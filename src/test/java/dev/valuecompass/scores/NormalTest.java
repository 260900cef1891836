package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /**
     * Φ from tables of high precision: Φ(−1) and Φ(−3) as in Abramowitz & Stegun, table 26.1; Φ(−10), Φ(−20), Φ(−38)
     * by the asymptotic series φ(x)/x · (1 − 1/x² + 3/x⁴ − …), which agrees to all digits there.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068542949",
        "-1, 0.158655253931457051",
        "-3, 0.00134989803163009453",
        "-10, 7.61985302416052606e-24",
        "-20, 2.75362411860623e-89",
        "-38, 2.88542835e-316"
    })
    void cumulativeKeepsItsTail(double x, double expected) {
        double tolerance = expected < Double.MIN_NORMAL ? 1e-4 : 1e-10;
        assertThat(Normal.cumulative(x)).isCloseTo(expected, withinPercentage(tolerance));
    }

    /** φ(x)/Φ(x): √(2/π) at 0; far out −x + 1/(−x) − 2/(−x)³ + 10/(−x)⁵ (Mills' ratio inverted). */
    @ParameterizedTest
    @CsvSource({
        "0, 0.797884560802865356",
        "-1, 1.525135276160981209",
        "1, 0.287599970939178361",
        "-40, 40.02496884720",
        "-1000, 1000.000999998",
        "-1e8, 1e8",
        "40, 0"
    })
    void hazardNeverBreaks(double x, double expected) {
        if (expected == 0) {
            assertThat(Normal.hazard(x)).isBetween(0.0, 1e-300);
        } else {
            assertThat(Normal.hazard(x)).isCloseTo(expected, withinPercentage(1e-10));
        }
    }

    @ParameterizedTest
    @CsvSource({"-2.8284271247461903", "2.8284271247461903", "-2.9", "-2.7", "2.7", "2.9"})
    void seriesAndFractionMeet(double x) {
        double below = Normal.cumulative(Math.nextDown(x));
        double above = Normal.cumulative(Math.nextUp(x));
        assertThat(above).isCloseTo(below, withinPercentage(1e-11));
    }
}
