package dev.valuecompass.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.scores.validity.CrossedDesign;
import dev.valuecompass.scores.validity.CrossedDesign.Source;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fictional models whose answers hang on the words around a question, and what comes back of that. */
class WordingTest {
    private static final int QUESTIONS = 40;
    private static final int WORDINGS = 5;
    private static final int REPETITIONS = 2;

    @TempDir
    Path folder;

    /**
     * The components of the chances that answers show a value are known. Labels drawn by these chances have the same components,
     * and that of repetition is the mean of p(1 − p).
     */
    @Test
    void componentsOfAPanelOfKnownSensitivityComeBack() {
        DataFolder data = DataFolder.over(folder);
        Theory theory = Theory.load(data);
        Panel shipped = Panel.read(data, "simulated/panel.yml", theory);
        for (double wording : new double[] {0.5, 1.5}) {
            Panel panel = new Panel(shipped.members(), 0, List.of(), wording, "test");
            double[] known = new double[Source.values().length];
            double[] told = new double[Source.values().length];
            components(panel, theory, PhraseBankReader.load(data, theory), known, told);
            for (Source source : Source.values()) {
                assertThat(told[source.ordinal()])
                        .as(source + " at " + wording)
                        .isCloseTo(known[source.ordinal()], within(0.004));
            }
            double part = told[Source.MODEL_CONDITION.ordinal()];
            assertThat(part).isBetween(wording == 0.5 ? 0.003 : 0.03, wording == 0.5 ? 0.015 : 0.08);
        }
    }

    /** Means over the values. */
    private static void components(Panel panel, Theory theory, PhraseBankReader banks, double[] known, double[] told) {
        Mind mind = new Mind(panel, 7);
        Instruction instruction = new Instruction(panel, theory, 7);
        PhraseBank bank = banks.all().stream()
                .filter(one -> one.system().equals("schwartz"))
                .findFirst()
                .orElseThrow();
        int models = panel.members().size();
        for (PhraseBank.Phrases value : bank.dimensions()) {
            double[][][][] chances = new double[models][QUESTIONS][WORDINGS][1];
            double[][][][] labels = new double[models][QUESTIONS][WORDINGS][REPETITIONS];
            double noise = 0;
            for (int c = 0; c < WORDINGS; c++) {
                for (int m = 0; m < models; m++) {
                    Panel.Member member = instruction.swayed(panel.members().get(m), "wording " + c);
                    for (int i = 0; i < QUESTIONS; i++) {
                        String question = "Should item " + i + " stay?";
                        double p = mind.rate(member, bank, value, question);
                        chances[m][i][c][0] = p;
                        noise += p * (1 - p) / (models * QUESTIONS * WORDINGS);
                        for (int r = 0; r < REPETITIONS; r++) {
                            int draw = instruction.draw(r, "wording " + c);
                            labels[m][i][c][r] = mind.shows(member, bank, value, question, draw) ? 1 : 0;
                        }
                    }
                }
            }
            double[] truth = new CrossedDesign(chances).components();
            truth[Source.MODEL_ITEM_CONDITION.ordinal()] = truth[Source.REPETITION.ordinal()];
            truth[Source.REPETITION.ordinal()] = noise;
            double[] estimate = new CrossedDesign(labels).components();
            for (int k = 0; k < known.length; k++) {
                known[k] += truth[k] / bank.dimensions().size();
                told[k] += estimate[k] / bank.dimensions().size();
            }
        }
    }

    /** The words around a question are what stands in the message beside it, also where there is no label. */
    @Test
    void wordsAroundAQuestionAreFound() {
        List<SimulatedRequest.KnownFrame> frames =
                List.of(new SimulatedRequest.KnownFrame("", "\n\nPlease keep it short."));
        SimulatedRequest asked =
                SimulatedRequest.of(request(Purpose.REPLY, "How?\n\nWhen?\n\nPlease keep it short."), frames);
        assertThat(asked.question()).isEqualTo("How?\n\nWhen?");
        assertThat(asked.frame()).isEqualTo("\n\nPlease keep it short.");
        assertThat(SimulatedRequest.of(request(Purpose.OPINION, "Weigh it.\n\nQuestion: Is it?"))
                        .frame())
                .isEqualTo("Weigh it.\n\nQuestion: ");
    }

    /** Another wording of a request gets the same answer from models that no words sway. */
    @Test
    void modelsThatNoWordsSwayAnswerAlikeInEveryWording() {
        SimulatedEndpoint endpoint = SimulatedEndpoint.open(DataFolder.over(folder), "simulated/panel.yml", 7);
        List<String> answers = new ArrayList<>();
        for (String message : List.of("Give 3 points.\n\nQuestion: Is it?", "Question: Is it?\n\nGive 3 points.")) {
            answers.add(
                    endpoint.attempt(request(Purpose.OPINION, message)).result().text());
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    private static ChatRequest request(Purpose purpose, String message) {
        return new ChatRequest(
                purpose, "panel", "delta-pro", List.of(Message.user(message)), new Sampling(1.0, 0.95, 400), 0);
    }
}
