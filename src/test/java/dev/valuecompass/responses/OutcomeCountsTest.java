package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {
    /** Outcome number n of the enum is counted n + 1 times, so every count can be told from every other. */
    @Test
    void r1EveryOutcomeIsCountedOnce() {
        Map<Outcome, Integer> ends = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            ends.put(outcome, outcome.ordinal() + 1);
        }
        // ANSWERED 1, REFUSED 2, FILTERED 3, TRUNCATED 4, EMPTY 5, CONTEXT_OVERFLOW 6 + PROVIDER_ERROR 7
        // + TRANSPORT_ERROR 8 = 21, UNPARSED 9, UNSCORED 10 + NOT_LEARNED 11 = 21, BUDGET_SKIPPED 12 +
        // CANCELLED 13 = 25; all 91.
        assertThat(OutcomeCounts.of(ends))
                .isEqualTo(OutcomeCountsFields.builder()
                        .asked(91)
                        .answered(1)
                        .refused(2)
                        .filtered(3)
                        .truncated(4)
                        .empty(5)
                        .unparsed(9)
                        .unscored(21)
                        .failed(21)
                        .skipped(25)
                        .build());
    }

    @Test
    void nothingAskedIsAllZero() {
        assertThat(OutcomeCounts.of(Map.of()))
                .isEqualTo(OutcomeCountsFields.builder()
                        .asked(0)
                        .answered(0)
                        .refused(0)
                        .filtered(0)
                        .truncated(0)
                        .empty(0)
                        .unparsed(0)
                        .unscored(0)
                        .failed(0)
                        .skipped(0)
                        .build());
    }
}
