package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTallyTest {
    private static final Item ITEM = new Item(
            "i",
            "schwartz",
            List.of("power", "security"),
            "x",
            "Should it?",
            false,
            new Provenance("pool", "", "", "", "2026-11", Map.of()));

    /** Outcome number n of the enum is counted n + 1 times, so every count can be told from every other. */
    @Test
    void r1EveryOutcomeIsCountedOnceInEveryDimensionOfItsItem() {
        OutcomeTally tally = new OutcomeTally();
        for (Outcome outcome : Outcome.values()) {
            for (int i = 0; i <= outcome.ordinal(); i++) {
                tally.add(ITEM, new Response("i", "m", i, outcome, "", null, "", Usage.UNKNOWN, ""));
            }
        }
        // ANSWERED 1, REFUSED 2, FILTERED 3, TRUNCATED 4, EMPTY 5, CONTEXT_OVERFLOW 6 + PROVIDER_ERROR 7
        // + TRANSPORT_ERROR 8 = 21, UNPARSED 9, UNSCORED 10, BUDGET_SKIPPED 11 + CANCELLED 12 = 23; all 78.
        OutcomeCounts expected = new OutcomeCounts(78, 1, 2, 3, 4, 5, 9, 10, 21, 23);
        assertThat(tally.counts("schwartz", "m", "power")).isEqualTo(expected);
        assertThat(tally.counts("schwartz", "m", "security")).isEqualTo(expected);
        assertThat(tally.counts("schwartz", "m", "hedonism"))
                .isEqualTo(new OutcomeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(tally.counts("schwartz", "other", "power").asked()).isZero();
        assertThat(tally.counts("mft", "m", "power").asked()).isZero();
    }
}
