package dev.valuecompass.snapshot.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseSelectionTest {
    /** Of 40 answers 4 express the value, 30 do not, 6 oppose it. */
    private static List<Case> answers(String model) {
        List<Case> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Label label = i < 4 ? Label.EXPRESSES : i < 34 ? Label.NOT : Label.OPPOSES;
            answers.add(new Case(
                    "q" + i,
                    model,
                    "toy",
                    "q" + i,
                    "p",
                    "answer",
                    List.of(new Case.ValueReading("daring", label, 1.0, null, List.of(new Evidence(0, 1))))));
        }
        return answers;
    }

    private static List<Case> select(int k, List<Case> answers) {
        CaseSelection selection = new CaseSelection(k);
        answers.forEach(selection::offer);
        return selection.selected().get("alpha");
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfArrivalDoesNotMatter(long seed) {
        List<Case> shuffled = answers("alpha");
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(select(5, shuffled)).isEqualTo(select(5, answers("alpha")));
    }

    @Test
    void labelsTakeTurns() {
        assertThat(select(6, answers("alpha")))
                .extracting(one -> one.readings().get(0).label())
                .containsExactlyInAnyOrder(
                        Label.EXPRESSES, Label.EXPRESSES, Label.NOT, Label.NOT, Label.OPPOSES, Label.OPPOSES);
        assertThat(select(3, answers("alpha").subList(0, 10)))
                .extracting(one -> one.readings().get(0).label())
                .containsExactlyInAnyOrder(Label.EXPRESSES, Label.EXPRESSES, Label.NOT);
        assertThat(select(3, answers("alpha").subList(0, 2))).hasSize(2);
    }

    @Test
    void modelsAreShownOnTheSameItems() {
        CaseSelection selection = new CaseSelection(5);
        answers("alpha").forEach(selection::offer);
        answers("beta").forEach(selection::offer);
        assertThat(selection.selected().get("beta"))
                .extracting(Case::item)
                .isEqualTo(selection.selected().get("alpha").stream()
                        .map(Case::item)
                        .toList());
    }

    @Test
    void noneWantedNonePublished() {
        assertThat(select(0, answers("alpha"))).isEmpty();
    }
}
