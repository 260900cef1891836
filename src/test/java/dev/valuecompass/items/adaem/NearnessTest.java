package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearnessTest {
    /** Cosines of (1,0) with (1,0), (.6,.8), (0,1), (−1,0): 1, .6, 0, −1. The three nearest: 1.6/3; the nearest: 1. */
    @Test
    void theMeanIsOverTheNearest() {
        float[] one = {1, 0};
        List<float[]> others =
                List.of(new float[] {0, 1}, new float[] {1, 0}, new float[] {-1, 0}, new float[] {0.6f, 0.8f});
        assertThat(Nearness.mean(one, others, 3)).isEqualTo(1.6 / 3, within(1e-6));
        assertThat(Nearness.mean(one, others, 1)).isEqualTo(1, within(1e-6));
        assertThat(Nearness.mean(one, others.subList(0, 1), 3)).isEqualTo(0, within(1e-6));
        assertThat(Nearness.mean(one, List.of(), 3)).isEqualTo(-1);
    }
}
