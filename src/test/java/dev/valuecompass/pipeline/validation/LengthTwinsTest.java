package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Length twins on drawn labels: synthetic. */
class LengthTwinsTest {
    @Test
    void areToldApartByChanceAloneAndARealDifferenceStays() {
        LengthTwins told = LengthTwins.of(200, 100, 5);
        assertThat(told.twins()).isEqualTo(600);
        assertThat(told.toldApartRaw()).isGreaterThan(0.5);
        assertThat(told.toldApart()).isLessThanOrEqualTo(0.065);
        assertThat(told.differentToldApart()).isGreaterThan(0.9);
        assertThat(told.text()).contains("Length twins", "at equal length");
    }
}
