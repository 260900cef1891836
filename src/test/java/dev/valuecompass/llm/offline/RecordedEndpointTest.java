package dev.valuecompass.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedEndpointTest {
    @TempDir
    Path folder;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), """
                {"model":"a","prompt":"Should dogs vote?","answer":"Stance: No"}
                {"model":"a","prompt":"Should dogs vote? And cats?","answer":"Both should."}
                {"model":"a","item":"Two\\nlines","answer":"two","system":"mft"}

                {"model":"a","prompt":"Should dogs vote?","answer":"Stance: Yes"}
                {"model":"a","prompt":"Seven?","answer":"seventh","sample":6}
                {"model":"a","prompt":"Nothing?","answer":" "}
                {"model":"a","prompt":"Aloud?","answer":"<think>hm</think>\\nyes"}
                {"model":"a","prompt":"Aloud?","answer":"<think>hm"}
                """);
    }

    private ChatResult ask(String model, String message, int sample, Purpose purpose) {
        RecordedEndpoint endpoint = RecordedEndpoint.open(DataFolder.over(folder), "answers.jsonl");
        return endpoint.attempt(request(model, message, sample, purpose)).result();
    }

    private static ChatRequest request(String model, String message, int sample, Purpose purpose) {
        return new ChatRequest(
                purpose, "e", model, List.of(Message.user(message)), new Sampling(1.0, null, 10), sample);
    }

    @Test
    void findsTheItemInsideThePromptTheLongestOneFirst() {
        assertThat(ask("a", "Answer.\n\nQuestion: Should dogs vote?", 0, Purpose.OPINION)
                        .text())
                .isEqualTo("Stance: No");
        assertThat(ask("a", "Question: Should dogs vote? And cats?", 0, Purpose.OPINION)
                        .text())
                .isEqualTo("Both should.");
        assertThat(ask("a", "Go on: Two\nlines", 0, Purpose.COMPLETION).text()).isEqualTo("two");
    }

    @Test
    void aPromptThatIsOnlyPartOfTheOneAskedLendsItNoAnswer() {
        assertThat(ask("a", "Question: Should dogs vote? Or fish?", 0, Purpose.OPINION)
                        .outcome())
                .isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(ask("a", "Question: TwentySeven?", 0, Purpose.OPINION).outcome())
                .isEqualTo(Outcome.PROVIDER_ERROR);
    }

    @Test
    void thoughtsInARecordedAnswerAreKeptApart() {
        assertThat(ask("a", "Aloud?", 0, Purpose.OPINION))
                .matches(r -> r.text().equals("yes") && r.reasoning().equals("hm"));
        assertThat(ask("a", "Aloud?", 1, Purpose.OPINION).outcome()).isEqualTo(Outcome.TRUNCATED);
    }

    @Test
    void answersToOnePromptAreNumberedInTheOrderOfTheFile() {
        assertThat(ask("a", "Should dogs vote?", 1, Purpose.OPINION).text()).isEqualTo("Stance: Yes");
        assertThat(ask("a", "Seven?", 6, Purpose.REPLY).text()).isEqualTo("seventh");
    }

    @Test
    void aMissIsAClearFailureAndNeverAnEmptyAnswer() {
        assertThat(ask("a", "Should fish vote?", 0, Purpose.OPINION))
                .matches(r -> r.outcome() == Outcome.PROVIDER_ERROR)
                .matches(r -> r.detail().equals("no recorded answer for 'Should fish vote?' (sample 0) by model 'a'"));
        assertThat(ask("a", "Should dogs vote?", 2, Purpose.OPINION).outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(ask("b", "Should dogs vote?", 0, Purpose.OPINION).detail()).contains("'b'");
        assertThat(ask("a", "Should dogs vote?", 0, Purpose.JUDGE).outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(ask("a", "Nothing?", 0, Purpose.REPLY).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void theKeyFollowsTheFile() throws IOException {
        ChatRequest request = request("a", "Should dogs vote?", 0, Purpose.OPINION);
        CallKey before =
                RecordedEndpoint.open(DataFolder.over(folder), "answers.jsonl").key(request);
        Files.writeString(folder.resolve("answers.jsonl"), "{\"model\":\"a\",\"prompt\":\"p\",\"answer\":\"x\"}\n");
        CallKey after =
                RecordedEndpoint.open(DataFolder.over(folder), "answers.jsonl").key(request);
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(before.kind()).isEqualTo("recorded");
    }

    @Test
    void everyWrongLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), """
                {"prompt":"p","answer":"x"}
                {"model":"a","answer":"x"}
                {"model":"a","prompt":"p"}
                {"model":"a","prompt":"p","answer":"x","sample":0}
                {"model":"a","prompt":"p","answer":"y","sample":0}
                """);
        assertThatThrownBy(() -> RecordedEndpoint.open(DataFolder.over(folder), "answers.jsonl"))
                .isInstanceOfSatisfying(
                        DataException.class,
                        e -> assertThat(e.defects())
                                .extracting(defect -> defect.line() + " " + defect.what())
                                .containsExactly(
                                        "1 'model' is missing",
                                        "2 'prompt' is missing",
                                        "3 'answer' is missing",
                                        "5 another answer to this prompt has the same sample number 0"));
    }
}
