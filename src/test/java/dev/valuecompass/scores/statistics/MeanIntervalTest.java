package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    /** 100 (90 … 100) and 80 (70 … 86): 90 − √(10² + 10²)/2 = 82.929, 90 + √(0² + 6²)/2 = 93. */
    @Test
    void distancesToTheBoundsAddUpAsVariancesDo() {
        Interval found =
                MeanInterval.of(List.of(100.0, 80.0), List.of(new Interval(90, 100, 0.9), new Interval(70, 86, 0.9)));
        assertThat(found.low()).isCloseTo(82.929, within(0.0005));
        assertThat(found.high()).isCloseTo(93, within(1e-12));
        assertThat(MeanInterval.wider(found, new Interval(85, 95, 0.9))).isEqualTo(new Interval(found.low(), 95, 0.9));
    }
}
