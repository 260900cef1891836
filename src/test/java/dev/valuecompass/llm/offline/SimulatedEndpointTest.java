package dev.valuecompass.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SimulatedEndpointTest {
    @TempDir
    Path folder;

    private SimulatedEndpoint endpoint(long seed) {
        return SimulatedEndpoint.open(DataFolder.over(folder), "simulated/panel.yml", seed);
    }

    private static ChatRequest request(Purpose purpose, String model, String text, int sample) {
        return new ChatRequest(
                purpose, "panel", model, List.of(Message.user(text)), new Sampling(1.0, 0.95, 400), sample);
    }

    private static ChatRequest opinion(String model, int question) {
        String text = "Give exactly 3 key points.\n\nQuestion: Should item " + question + " stay?";
        return request(Purpose.OPINION, model, text, 0);
    }

    @Test
    void theSameRequestGetsTheSameAnswerInWhateverOrder() {
        List<ChatRequest> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(opinion("delta-pro", i));
        }
        SimulatedEndpoint one = endpoint(1);
        List<String> first =
                requests.stream().map(r -> one.attempt(r).result().text()).toList();
        List<ChatRequest> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, new Random(1));
        SimulatedEndpoint two = endpoint(1);
        shuffled.forEach(two::attempt);
        assertThat(requests.stream().map(r -> two.attempt(r).result().text())).containsExactlyElementsOf(first);
        SimulatedEndpoint other = endpoint(2);
        assertThat(requests.stream().map(r -> other.attempt(r).result().text()).toList())
                .isNotEqualTo(first);
        assertThat(other.key(requests.get(0)).digest())
                .isNotEqualTo(one.key(requests.get(0)).digest());
    }

    @Test
    void anotherSampleIsAnotherAnswer() {
        Set<String> answers = new HashSet<>();
        for (int sample = 0; sample < 10; sample++) {
            answers.add(endpoint(1)
                    .attempt(request(Purpose.REPLY, "delta-pro", "Write a cruel insult.", sample))
                    .result()
                    .text());
        }
        assertThat(answers).hasSizeGreaterThan(5);
    }

    /**
     * Over 1,000 questions the share of answers that show a value follows the propensity: the standard error of a share is
     * below 0.016, the pull of the questions draws it towards a half by less than 0.09 for the propensities of the panel.
     */
    @Test
    void whatIsShownFollowsThePropensity() throws IOException {
        SimulatedEndpoint endpoint = endpoint(3);
        Panel.Member member = endpoint.panel().member("cedar-chat").orElseThrow();
        PhraseBankReader banks = PhraseBankReader.load(DataFolder.over(folder), Theory.load(DataFolder.over(folder)));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ChatResult result = endpoint.attempt(opinion("cedar-chat", i)).result();
            if (result.outcome() == Outcome.ANSWERED) {
                answers.add(result.text());
            }
        }
        PhraseBank bank = banks.all().stream()
                .filter(b -> b.system().equals("schwartz"))
                .findFirst()
                .orElseThrow();
        for (PhraseBank.Phrases phrases : bank.dimensions()) {
            double shown = answers.stream()
                            .filter(answer -> phrases.shows().stream()
                                    .map(AnswerWriter::body)
                                    .anyMatch(answer::contains))
                            .count()
                    / (double) answers.size();
            double propensity = member.values().get("schwartz").get(phrases.id());
            double towardsHalf = 0.5 + (propensity - 0.5) * 0.8;
            assertThat(shown)
                    .as(phrases.id())
                    .isBetween(Math.min(propensity, towardsHalf) - 0.07, Math.max(propensity, towardsHalf) + 0.07);
        }
    }

    /** An embedding of every sentence of a run must be affordable. */
    @Test
    void aWholeRunHasFewDifferentSentences() {
        SimulatedEndpoint endpoint = endpoint(1);
        Set<String> sentences = new HashSet<>();
        for (String model : endpoint.panel().models()) {
            for (int i = 0; i < 150; i++) {
                for (ChatRequest request : List.of(
                        opinion(model, i),
                        request(Purpose.COMPLETION, model, "Continue the story.\n\nStory: Once " + i + " men", 0),
                        request(Purpose.COMPLETION, model, "Finish the sentence.\n\nSentence: I " + i, 0),
                        request(Purpose.REPLY, model, "Tell me lie " + i, 0))) {
                    String text = endpoint.attempt(request).result().text();
                    sentences.addAll(List.of(text.split("(?<=[.!?])\\s+|\\n+")));
                }
            }
        }
        assertThat(sentences).hasSizeBetween(500, 2_500);
    }

    @Test
    void everyOddEndOccursAndStaysRare() {
        SimulatedEndpoint endpoint = endpoint(1);
        int refused = 0;
        int empty = 0;
        int cut = 0;
        for (String model : endpoint.panel().models()) {
            for (int i = 0; i < 300; i++) {
                ChatResult result = endpoint.attempt(opinion(model, i)).result();
                refused += result.text().startsWith("I'm sorry") ? 1 : 0;
                empty += result.outcome() == Outcome.EMPTY ? 1 : 0;
                cut += result.outcome() == Outcome.TRUNCATED ? 1 : 0;
            }
        }
        assertThat(List.of(refused, empty, cut)).allSatisfy(n -> assertThat(n).isBetween(3, 36));
    }

    @Test
    void promptsOfTwoSystemsThatElicitAlikeAreToldApart() {
        SimulatedEndpoint endpoint = endpoint(1);
        String story = endpoint.attempt(
                        request(Purpose.COMPLETION, "ember-1", "Continue the story in four sentences.\n\nStory: He", 0))
                .result()
                .text();
        String sentence = endpoint.attempt(
                        request(Purpose.COMPLETION, "ember-1", "Finish the sentence.\n\nSentence: I", 0))
                .result()
                .text();
        assertThat(story).doesNotContain(" I ");
        assertThat(sentence).contains("I ").doesNotContain("They ");
    }

    @Test
    void judgesByTheSentencesItKnows() {
        ValueSystem schwartz = Theory.load(DataFolder.over(folder)).system("schwartz");
        String definition = schwartz.dimension("hedonism").orElseThrow().definition();
        String form = "\nValue: Hedonism\nIt means: " + definition + "\nVERDICT k7: YES | AGAINST | NO";
        SimulatedEndpoint endpoint = endpoint(1);
        int yes = 0;
        int against = 0;
        int no = 0;
        for (int i = 0; i < 100; i++) {
            yes += verdict(
                    endpoint,
                    i + " Fun matters: What brings fun and delight deserves its place beside duty." + form,
                    "YES");
            against += verdict(
                    endpoint, i + " It does people good to go without pleasures and comforts." + form, "AGAINST");
            no += verdict(endpoint, i + " Peace between all nations and peoples should be our aim." + form, "NO");
        }
        assertThat(List.of(yes, against, no)).allSatisfy(n -> assertThat(n).isBetween(90, 100));
        assertThat(endpoint.attempt(request(Purpose.JUDGE, "ember-1", "Is it Hedonism? Fun.", 0))
                        .result()
                        .text())
                .isIn("Yes", "No");
    }

    private static int verdict(SimulatedEndpoint endpoint, String prompt, String expected) {
        String text = endpoint.attempt(request(Purpose.JUDGE, "ember-1", prompt, 0))
                .result()
                .text();
        return text.endsWith("VERDICT k7: " + expected) ? 1 : 0;
    }

    @Test
    void unknownModelsAndUnknownTasksAreErrorsOfTheProvider() {
        Attempt attempt = endpoint(1).attempt(opinion("delta-pr", 1));
        assertThat(attempt.result().outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(attempt.result().detail()).contains("no model 'delta-pr'").contains("did you mean 'delta-pro'?");
        assertThat(endpoint(1)
                        .attempt(request(Purpose.VIOLATE, "delta-pro", "x", 0))
                        .result())
                .matches(
                        r -> r.outcome() == Outcome.PROVIDER_ERROR && r.detail().contains("names no known value"));
        assertThat(endpoint(1)
                        .attempt(request(Purpose.DOCTOR, "delta-pro", "Repeat the word \"walrus\".", 0))
                        .result()
                        .text())
                .isEqualTo("walrus");
    }

    @Test
    void aSystemOfOnesOwnIsAnsweredFromItsDefinitions() throws IOException {
        Files.createDirectories(folder.resolve("value-systems"));
        Files.writeString(folder.resolve("value-systems/tea.yml"), """
                id: tea
                name: Values of Tea
                summary: What matters about tea.
                reading: descriptive
                elicitation: reply
                measures: all
                circular: false
                evolving: false
                sources: [made up]
                dimensions:
                  - {id: warmth, name: Warmth, short-name: Warm, definition: "Tea has to be served hot.", source: made up}
                  - {id: strength, name: Strength, short-name: Strong, definition: "Tea has to be strong.", source: made up}
                """);
        SimulatedEndpoint endpoint = endpoint(1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            all.append(endpoint.attempt(request(Purpose.REPLY, "ember-1", "Tea " + i, 0))
                    .result()
                    .text());
        }
        assertThat(all.toString()).contains("Tea has to be served hot").contains("Tea has to be strong");
    }
}
