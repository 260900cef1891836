package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.llm.offline.Panel;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.pipeline.ResponseReader;
import dev.valuecompass.pipeline.evidence.PrimeInstruction;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fictional models that are told to hold each value of the circle in turn: synthetic. */
class PrimedPanelTest {
    @TempDir
    private Path folder;

    @Test
    void valueRisesInThoseThatAreToldToHoldItAndThoseAcrossFall() {
        DataFolder data = DataFolder.over(folder);
        Theory theory = Theory.load(data);
        ValueSystem schwartz = theory.system("schwartz");
        Panel panel = Panel.read(data, "simulated/panel.yml", theory);
        List<Item> items = TopicPool.read(data.file("topics/schwartz.jsonl"), schwartz);
        List<PrimedPanel> told = PrimedPanel.of(
                schwartz,
                new PanelAnswering(
                        SimulatedEndpoint.of(panel, data, theory, 20),
                        schwartz,
                        new Prompts(data).template(schwartz),
                        new AnswerSampling(null, null, 1000, 1, 5)),
                new PrimeInstruction(data),
                panel.models().subList(0, 4),
                items.subList(0, 40),
                new ResponseReader(new Blind(), false),
                "blind");
        PrimedPanel truth = told.get(1);
        assertThat(truth.labels()).isEqualTo("true");
        assertThat(truth.told()).isEqualTo(40);
        assertThat(truth.share()).isGreaterThanOrEqualTo(0.95);
        assertThat(truth.bounds().high()).isGreaterThanOrEqualTo(truth.share());
        assertThat(truth.rise()).isGreaterThan(15);
        assertThat(truth.fell()).isEqualTo(10);
        assertThat(told.get(0).rose()).as("who sees nothing sees no rise").isZero();
        assertThat(truth.text()).contains("Told to hold a value, schwartz, labels true: it rises in");
    }

    /** Sees no value in anything. */
    private static final class Blind implements ValueRecognizer {
        @Override
        public Recognition recognize(Item item, Response response) {
            return Recognition.of(
                    response,
                    item.dimensions().stream()
                            .map(id -> new Judgement(id, Label.NOT, 0, List.of()))
                            .toList());
        }

        @Override
        public RecognizerCard card() {
            throw new UnsupportedOperationException();
        }
    }
}
