package dev.valuecompass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static LabelRecord row(String item, int sample, String labels) {
        return new LabelRecord(item, sample, Outcome.ANSWERED, labels);
    }

    /**
     * Item a, first value: + + . gives one agreeing pair of three and a variance of 2/3 · 1/3 · 3/2 = 1/3; second value: all
     * agree, variance 0, one sample without a label left out. Item b was answered once and tells nothing.
     */
    @Test
    void r50PairsOfSamplesAreCompared() {
        Steadiness steadiness = Steadiness.of(
                List.of(row("a", 0, "+."), row("a", 1, "+?"), row("a", 2, ".."), row("b", 0, "+ "), row("b", 1, "??")));
        assertThat(steadiness.pairs()).isEqualTo(3 + 1);
        assertThat(steadiness.agreeing()).isEqualTo(1 + 1);
        assertThat(steadiness.agreement()).isEqualTo(0.5);
        assertThat(steadiness.variance()).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void r50OneSampleSaysNothing() {
        assertThat(Steadiness.of(List.of(row("a", 0, "+.-"))).agreement()).isNull();
    }
}
