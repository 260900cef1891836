package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.Theory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerEvaluationTest {
    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("data")));

    @TempDir
    Path folder;

    /** Sees a value in what begins with "yes", opposition in "anti", and fails on "boom". */
    private static final ValueRecognizer STUB = new ValueRecognizer() {
        @Override
        public Recognition recognize(Item item, Response response) {
            String text = response.text();
            if (text.startsWith("boom")) {
                return Recognition.unscored(response, "boom");
            }
            Label label =
                    text.startsWith("yes") ? Label.EXPRESSES : text.startsWith("anti") ? Label.OPPOSES : Label.NOT;
            List<Evidence> evidence = label == Label.EXPRESSES ? List.of(new Evidence(0, 3)) : List.of();
            return Recognition.of(
                    response, List.of(new Judgement(item.dimensions().get(0), label, 0.9, evidence)));
        }

        @Override
        public RecognizerCard card() {
            return new RecognizerCard("stub", "", "", List.of(), Map.of(), List.of());
        }
    };

    @Test
    void figuresAsWorkedByHand() throws Exception {
        Path file = write("""
                {"system":"mft","dimension":"care","prompt":"a","answer":"yes it is","label":1,"evidence":"it is"}
                {"system":"mft","dimension":"care","prompt":"b","answer":"yes and no","label":1,"evidence":["yes","x"]}
                {"system":"mft","dimension":"care","prompt":"c","answer":"no","label":1,"evidence":""}
                {"system":"mft","dimension":"care","prompt":"d","answer":"anti","label":-1}
                {"system":"mft","dimension":"care","prompt":"e","answer":"boom","label":0}
                {"system":"unique","dimension":"social","prompt":"f","answer":"yes","label":0}
                """);
        RecognizerEvaluation.Report report = new RecognizerEvaluation(STUB).evaluate(LabelledAnswer.read(file, THEORY));
        RecognizerEvaluation.Metrics mft = report.systems().get("mft");
        assertThat(mft.counts()).isEqualTo(new Agreement(2, 0, 1, 1));
        assertThat(mft.n()).isEqualTo(4);
        assertThat(mft.failed()).isEqualTo(1);
        assertThat(mft.accuracy()).isCloseTo(0.75, within(1e-12));
        // scores .9 .9 .1 against .1: two pairs right, one tie: 2.5/3
        assertThat(mft.auc()).isCloseTo(2.5 / 3, within(1e-12));
        // chance (3·2 + 1·2)/16 = .5; kappa (.75-.5)/.5
        assertThat(mft.kappa()).isCloseTo(0.5, within(1e-12));
        assertThat(mft.evidence()).isEqualTo(new RecognizerEvaluation.Overlap(1, 2));
        assertThat(mft.calibration()).hasSize(2).first().satisfies(bin -> {
            assertThat(bin.n()).isEqualTo(2);
            assertThat(bin.observed()).isEqualTo(0.5);
        });
        assertThat(mft.opposed()).isEqualTo(new RecognizerCard.Opposed(1, 1, 1, ""));
        assertThat(report.systems().get("unique").opposed()).isEqualTo(new RecognizerCard.Opposed(0, 0, 0, ""));
        assertThat(report.overall().n()).isEqualTo(5);
        assertThat(report.dimensions()).containsOnlyKeys("mft/care", "unique/social");
        assertThat(report.systems().get("unique").auc()).isNull();
    }

    @Test
    void everyBadLineIsNamed() throws Exception {
        Path file = write("""
                {"system":"mft","dimension":"caring","prompt":"a","answer":"b","label":1}
                {"system":"mtf","dimension":"care","prompt":"a","answer":"b","label":1}
                {"system":"mft","dimension":"care","prompt":"a","answer":"b","label":2}
                {"system":"mft","dimension":"care","prompt":"a","label":1}
                """);
        assertThatThrownBy(() -> LabelledAnswer.read(file, THEORY))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        ":1: unknown dimension 'caring' of mft",
                        "care, fairness",
                        ":2: unknown value system 'mtf'",
                        ":3: label is 2",
                        ":4: 'answer' is missing");
    }

    private Path write(String lines) throws Exception {
        return Files.writeString(folder.resolve("labelled.jsonl"), lines);
    }
}
