package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Known drift over several periods, each linked to the one before, on drawn labels: synthetic. */
class DriftChainTest {
    @Test
    @Tag("slow")
    void changesFromPeriodToPeriodAddUp() {
        DriftChain told = DriftChain.of(100, DriftChain.USUAL, 10, 20240501);
        assertThat(told.bias()).as("of 15 points on half of the boards").isCloseTo(0, within(4.0));
        assertThat(told.recovered()).isBetween(DriftTwins.WANTED, 1.0);
        assertThat(told.models()).isBetween(0.91, 1.0);
        assertThat(told.falseAlarms()).isLessThanOrEqualTo(0.1);
        assertThat(told.text()).contains("Drift over 4 periods");
    }
}
