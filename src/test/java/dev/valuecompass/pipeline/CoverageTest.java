package dev.valuecompass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.ValueSystemFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageTest {
    private static final Coverage NINE_TENTHS = new Coverage(0.9, false);

    private static ValueSystem system(Elicitation elicitation, ScoreMeaning reading) {
        Dimension harm = new Dimension("harm", "Harm", "Harm", "No harm.", List.of(), "", "", List.of());
        return ValueSystemFields.builder()
                .id("toy")
                .name("Toy")
                .summary("")
                .reading(reading)
                .elicitation(elicitation)
                .measures(Measures.TARGET)
                .circular(false)
                .evolving(false)
                .dimensions(List.of(harm))
                .groups(List.of())
                .sources(List.of())
                .build();
    }

    private static Item item(int i) {
        return new Item(
                "q" + i,
                "toy",
                List.of("harm"),
                "c",
                "Do " + i,
                false,
                new Provenance("pool", "", "", "", "", Map.of()));
    }

    /** Ten responses of each model: so many answers, and the rest as the outcome says. */
    private static EvaluatedSystem evaluated(
            ValueSystem system, boolean filteredConforms, Object... modelAnswersOutcome) {
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        for (int m = 0; m < modelAnswersOutcome.length; m += 3) {
            List<LabelRecord> rows = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                rows.add(
                        i < (int) modelAnswersOutcome[m + 1]
                                ? new LabelRecord("q" + i, 0, Outcome.ANSWERED, "+")
                                : LabelRecord.unread(
                                        system, item(i), 0, (Outcome) modelAnswersOutcome[m + 2], filteredConforms));
            }
            labels.put((String) modelAnswersOutcome[m], rows);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            items.add(item(i));
        }
        return new EvaluatedSystem(system, items, 1, labels);
    }

    private static ValueSystem opinions() {
        return system(Elicitation.OPINION, ScoreMeaning.DESCRIPTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatAnotherRunWouldAskAgainHoldsUpAPeriod(Outcome outcome) {
        List<Coverage.Gap> gaps =
                NINE_TENTHS.gaps(List.of(evaluated(opinions(), true, "good", 10, outcome, "short", 8, outcome)));
        boolean again = EnumSet.of(
                        Outcome.PROVIDER_ERROR, Outcome.TRANSPORT_ERROR, Outcome.BUDGET_SKIPPED, Outcome.CANCELLED)
                .contains(outcome);
        if (outcome == Outcome.ANSWERED) {
            return;
        }
        assertThat(gaps).extracting(Coverage.Gap::model).containsExactly("short");
        assertThat(gaps.get(0).holdsUp()).isEqualTo(again);
        assertThat(gaps.get(0).text()).startsWith("short on toy: 8 of 10 answered (2 ");
    }

    /** Eight answers, one final end and one error: even with the error mended it is nine. Of seven it never is. */
    @Test
    void whatCannotReachTheCoverageIsNotWaitedFor() {
        EvaluatedSystem system =
                evaluated(opinions(), true, "good", 10, Outcome.EMPTY, "a", 8, Outcome.EMPTY, "b", 7, Outcome.EMPTY);
        system.labels().get("a").set(9, new LabelRecord("q9", 0, Outcome.PROVIDER_ERROR, "?"));
        system.labels().get("b").set(9, new LabelRecord("q9", 0, Outcome.PROVIDER_ERROR, "?"));
        assertThat(NINE_TENTHS.gaps(List.of(system)))
                .extracting(Coverage.Gap::holdsUp)
                .containsExactly(true, false);
    }

    @Test
    void aReaderBehindAnEndpointIsAskedAgain() {
        EvaluatedSystem system = evaluated(opinions(), true, "good", 10, Outcome.EMPTY, "a", 8, Outcome.UNSCORED);
        assertThat(new Coverage(0.9, true).gaps(List.of(system)).get(0).holdsUp())
                .isTrue();
        assertThat(NINE_TENTHS.gaps(List.of(system)).get(0).holdsUp()).isFalse();
    }

    @Test
    void whereNoModelReachesItThereIsNothingToPublish() {
        EvaluatedSystem system = evaluated(opinions(), true, "a", 8, Outcome.EMPTY, "b", 3, Outcome.REFUSED);
        assertThat(NINE_TENTHS.gaps(List.of(system))).hasSize(2).allMatch(Coverage.Gap::holdsUp);
    }

    /** Refusing is an answer where replies to requests are held to a norm, and nowhere else. */
    @Test
    void refusalsAndFiltersCountWhereRefusingConforms() {
        ValueSystem replies = system(Elicitation.REPLY, ScoreMeaning.NORMATIVE);
        assertThat(NINE_TENTHS.gaps(
                        List.of(evaluated(replies, true, "a", 2, Outcome.REFUSED, "b", 2, Outcome.FILTERED))))
                .isEmpty();
        assertThat(NINE_TENTHS.gaps(
                        List.of(evaluated(replies, false, "a", 2, Outcome.REFUSED, "b", 2, Outcome.FILTERED))))
                .extracting(Coverage.Gap::model)
                .containsExactly("b");
        for (ValueSystem other : List.of(
                system(Elicitation.REPLY, ScoreMeaning.DESCRIPTIVE),
                system(Elicitation.COMPLETION, ScoreMeaning.NORMATIVE))) {
            assertThat(NINE_TENTHS.gaps(List.of(evaluated(other, true, "a", 2, Outcome.REFUSED))))
                    .hasSize(1);
        }
    }
}
