package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Length twins on drawn labels: synthetic. */
class LengthTwinsTest {
    @Test
    void areToldApartByChanceAloneAndARealDifferenceStays() {
        LengthTwins told = LengthTwins.of(200, 150, 5);
        assertThat(told.twins()).isEqualTo(900);
        assertThat(told.toldApartRaw()).isGreaterThan(0.5);
        assertThat(told.allowed()).as("%s", told).isTrue();
        assertThat(told.bounds().low()).isLessThan(told.toldApart());
        assertThat(told.bounds().high()).isBetween(told.toldApart(), 0.08);
        assertThat(told.differentToldApart()).isGreaterThan(0.9);
        assertThat(told.text()).contains("Length twins", "at equal length", "(95 %: 0.0");
    }

    /** A straight line told 0.09 of such pairs apart, of the last pair of each board 0.18: there the curve is flat. */
    @Test
    void lengthThatPullsTwiceAsMuchBendsTheCurve() {
        LengthTwins told = LengthTwins.of(200, 150, 5, 1.2);
        assertThat(told.toldApartRaw()).isGreaterThan(0.9);
        assertThat(told.allowed()).as("%s", told).isTrue();
        assertThat(told.differentToldApart()).isGreaterThan(0.9);
    }
}
