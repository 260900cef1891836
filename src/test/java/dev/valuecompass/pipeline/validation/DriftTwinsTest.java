package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Known drift between two periods of other questions, on drawn labels: synthetic. */
class DriftTwinsTest {
    @Test
    @Tag("slow")
    void driftIsToldFromHarderQuestions() {
        DriftTwins told = DriftTwins.of(200, 60, 20240501);
        assertThat(told.unlinked())
                .as("raw scores fall since the questions draw less")
                .isLessThan(-5);
        assertThat(told.bias()).isCloseTo(0, within(0.7));
        assertThat(told.recovered()).isBetween(DriftTwins.WANTED, 1.0);
        assertThat(told.bounds().low()).isBetween(0.8, told.recovered());
        assertThat(told.models()).isBetween(0.91, 0.99);
        assertThat(told.falseAlarms()).isLessThanOrEqualTo(0.1);
        assertThat(told.seen()).isGreaterThan(0.3);
        assertThat(told.text()).contains("Drift, labels drawn", "40 of them in both periods");
    }

    @Test
    void fewItemsHaveNoAnchorsToLinkBy() {
        assertThat(DriftTwins.possible(99)).isFalse();
        assertThat(DriftTwins.possible(100)).isTrue();
    }
}
