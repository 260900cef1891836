package dev.valuecompass.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel that agrees outside of its contexts, and the questions that its models think up. */
class ContextsTest {
    private static final String WORK = "Should employees work longer hours";

    private final SimulatedEndpoint endpoint =
            SimulatedEndpoint.open(DataFolder.over(Path.of("no-such-folder")), "simulated/contexts.yml", 4);

    private String ask(Purpose purpose, String model, String text, int sample) {
        var result = endpoint.attempt(new ChatRequest(
                        purpose, "panel", model, List.of(Message.user(text)), new Sampling(1.0, 0.95, 400), sample))
                .result();
        assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.ANSWERED);
        return result.text();
    }

    /** The sentences of an answer, whatever its layout. */
    private Set<String> said(String model, String question) {
        String answer = ask(Purpose.OPINION, model, "Give exactly 3 key points.\n\nQuestion: " + question, 9);
        Set<String> said = new HashSet<>();
        for (String part : answer.split("[.:\\n]")) {
            if (part.strip().split(" ").length > 5) {
                said.add(part.strip());
            }
        }
        return said;
    }

    private double shared(String question) {
        Set<String> one = said("aurora-large", question);
        Set<String> other = said("aurora-mini", question);
        long both = one.stream().filter(other::contains).count();
        return (double) both / Math.max(1, Math.min(one.size(), other.size()));
    }

    /** Over twenty questions; outside of contexts nearly all is alike, inside next to nothing. */
    @Test
    void modelsDifferInContextsAlone() {
        double outside = IntStream.range(0, 20)
                .mapToDouble(i -> shared(WORK + " in year " + i + "?"))
                .average()
                .orElseThrow();
        double inside = IntStream.range(0, 20)
                .mapToDouble(i -> shared(WORK + " in year " + i + " in Brazil?"))
                .average()
                .orElseThrow();
        assertThat(outside).isGreaterThan(0.8);
        assertThat(inside).isLessThan(0.3);
    }

    @Test
    void aContextNeedsItsSubjectAndItsCircumstance() {
        Context context = new Context(List.of("work"), List.of("in brazil", "in kenya"), java.util.Map.of());
        assertThat(context.fits("Should we Work more in Kenya?")).isTrue();
        assertThat(context.fits("Should we sleep more in Kenya?")).isFalse();
        assertThat(context.fits("Should we work more in Norway?")).isFalse();
    }

    private static final Circumstances CIRCUMSTANCES = Circumstances.load(DataFolder.over(Path.of("no-such-folder")));

    /** Which of the two steps is meant follows from the prompt alone. */
    @Test
    void anExplorationTellsAFactAndThenAsks() {
        Set<String> matters = new HashSet<>();
        for (int sample = 0; sample < 20; sample++) {
            String fact = ask(Purpose.EXPLORE, "delta-lite", "Topic:\nQuestion: " + WORK + "?", sample);
            assertThat(fact)
                    .matches("Fact: .* people argue over this .*\\.\nPlace: [A-Z]\\w+\nDate: 20\\d\\d|"
                            + "Fact: People in .* argue over this.*\\.\nPlace: [A-Z]\\w+\nDate: 20\\d\\d");
            String asked = ask(
                    Purpose.EXPLORE,
                    "delta-lite",
                    "Question: " + WORK + "?\n" + fact + "\nReply in this form:\nArgument: yours\nQuestion: yours",
                    sample);
            assertThat(asked)
                    .matches("Argument: [^\n]+\\.\nQuestion: [^\n]*(?:[Ww]ork|mploye|[Cc]ompan|[Ff]irm)[^\n]+\\?");
            List<String> circumstances = CIRCUMSTANCES.in(asked.substring(asked.indexOf("Question: ")));
            assertThat(circumstances).isNotEmpty().allMatch(fact::contains);
            matters.add(CIRCUMSTANCES.without(asked.substring(asked.indexOf("Question: "))));
        }
        assertThat(matters).as("other questions on the same subject").hasSizeGreaterThan(5);
    }

    @Test
    void aReflectionChangesOneCircumstance() {
        String question = "Question: " + WORK + " in Japan among miners?";
        String advice = ask(Purpose.REFLECT, "delta-lite", question, 0);
        assertThat(advice).startsWith("Advice: put \"");
        String better = ask(Purpose.REFINE, "delta-lite", question + "\n" + advice, 0);
        assertThat(better).startsWith("Question: " + WORK).endsWith("?").isNotEqualTo(question);
        assertThat(better.contains("in Japan") ^ better.contains("among miners"))
                .isTrue();
        assertThat(better.split(" ").length).isLessThanOrEqualTo(question.split(" ").length + 2);
    }

    @Test
    void asManyQuestionsAreListedAsThePromptAsksFor() {
        String prompt =
                "Write four new questions like these:\n1. " + WORK + "?\n2. Should nurses be forbidden to strike?";
        assertThat(ask(Purpose.GENERATE, "delta-lite", prompt, 0).lines())
                .hasSize(4)
                .allMatch(l -> l.endsWith("?"));
    }

    /** The panel of the shipped leaderboard: the models of the other file, another digest, mostly of one mind. */
    @Test
    void aPanelMayTakeItsModelsFromAnotherFile(@TempDir Path folder) throws IOException {
        DataFolder data = DataFolder.over(folder);
        Theory theory = Theory.load(data);
        Panel own = Panel.read(data, "simulated/panel.yml", theory);
        Panel alike = Panel.read(data, "simulated/alike.yml", theory);

        assertThat(alike.members()).isEqualTo(own.members());
        assertThat(alike.digest()).isNotEqualTo(own.digest());
        assertThat(alike.agreement()).isPositive();
        assertThat(Panel.modelsOf(data, "simulated/alike.yml")).isEqualTo("simulated/panel.yml");
        assertThat(Panel.modelsOf(data, "simulated/panel.yml")).isEqualTo("simulated/panel.yml");

        Files.createDirectories(folder.resolve("simulated"));
        Files.writeString(folder.resolve("simulated/mine.yml"), "models-of: simulated/alike.yml\n");
        assertThatThrownBy(() -> Panel.read(data, "simulated/mine.yml", theory))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mine.yml:1: ")
                .hasMessageContaining("'simulated/alike.yml' has no models of its own; name the file that lists them");
    }
}
