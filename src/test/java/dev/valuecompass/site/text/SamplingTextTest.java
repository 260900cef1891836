package dev.valuecompass.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplingTextTest {
    @Test
    void settingsStandInTheOrderInWhichTheyWereSentWithTheSignsThatBelongToThem() {
        assertThat(SamplingText.of("{\"temperature\":1.0,\"topP\":0.95,\"stop\":\"a: b, c\"}"))
                .isEqualTo("temperature 1.0, topP 0.95, stop a: b, c");
    }

    @Test
    void whatAPeriodDoesNotSayIsNotMadeUp() {
        assertThat(SamplingText.of(null)).isNull();
    }
}
