package dev.valuecompass.importing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecordFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.proof.PeriodProof;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConceptExamplesTest {
    @Test
    void labelsOfPeopleStandInPlaceOfTheMachines() {
        PeriodRecord record = SamplePeriod.withConcepts("llm");
        Case one = record.cases().values().stream()
                .flatMap(List::stream)
                .filter(any ->
                        !any.readings().get(0).evidence().isEmpty() && any.id().equals(any.item()))
                .findFirst()
                .orElseThrow();
        Case.ValueReading reading = one.readings().get(0);
        PeriodRecord labelled = new PeriodRecord(
                record.snapshot(),
                record.items(),
                record.labels(),
                record.cases(),
                List.of(GoldRecordFields.builder()
                        .model(one.model())
                        .item(one.item())
                        .sample(0)
                        .dimension(reading.dimension())
                        .answer(one.answer())
                        .label("" + Label.NOT.code())
                        .weight(1)
                        .raters(new TreeMap<>(Map.of("a", "" + Label.NOT.code())))
                        .evidence(List.of())
                        .build()));

        List<ConceptExamples.Example> examples =
                new ConceptExamples(labelled).bySystem().get("toy");
        assertThat(examples.stream().filter(ConceptExamples.Example::byPeople))
                .singleElement()
                .satisfies(example -> {
                    assertThat(example.label()).isEqualTo(Label.NOT);
                    assertThat(example.strength()).isEqualTo(1);
                    assertThat(example.words()).isEqualTo("Yes");
                    assertThat(example.concept()).isEqualTo("an agreement");
                });
        assertThat(examples.stream().filter(example -> !example.byPeople()))
                .isNotEmpty()
                .allSatisfy(example -> {
                    assertThat(example.label()).isNotEqualTo(Label.NOT);
                    assertThat(example.strength()).isEqualTo(0.75);
                });
    }

    @Test
    void whereNobodyNamedConceptsThereAreNone() {
        assertThat(new ConceptExamples(SamplePeriod.proven()).bySystem()).isEmpty();
    }

    /** Otherwise anybody could put words into the mouth of a reader that has none. */
    @Test
    void aConceptIsHeldAgainstTheReader() {
        assertThat(PeriodProof.of(SamplePeriod.withConcepts("llm"), 3).wrongs().toString())
                .doesNotContain("concept");
        assertThat(PeriodProof.of(SamplePeriod.withConcepts("embedded"), 3)
                        .wrongs()
                        .toString())
                .contains("has a concept, which no recogniser");
        assertThat(new Evidence(0, 3).concept()).isNull();
    }
}
