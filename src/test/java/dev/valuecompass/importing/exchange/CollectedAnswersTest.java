package dev.valuecompass.importing.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files of promptfoo and HELM, made by hand after the types in their sources. */
class CollectedAnswersTest {
    private static final String PROMPTFOO = """
            {"evalId": "eval-1", "results": {"version": 3, "timestamp": "t", "prompts": [], "results": [
              {"provider": {"id": "openai:one", "label": ""}, "prompt": {"raw": "Leap?", "label": "p"},
               "promptIdx": 0, "testIdx": 0, "response": {"output": "At once."}, "score": NaN, "failureReason": 1,
               "error": "an assertion did not hold"}
            ], "stats": {}}, "config": {}}
            """;
    private static final String HELM = """
            {"adapter_spec": {"method": "generation", "model": "maker/one", "max_train_instances": 0},
             "request_states": [
              {"instance": {"input": {"text": "Leap?"}, "references": [], "id": "id1"}, "train_trial_index": 0,
               "request": {"model": "maker/one", "prompt": "Q: Leap? A:"},
               "result": {"success": true, "completions": [{"text": "At once.", "logprob": -Infinity,
                 "finish_reason": {"reason": "stop"}}], "cached": false}}
             ]}
            """;

    @TempDir
    Path folder;

    private CollectedAnswers read(AnswerFormat format, String text) throws IOException {
        return format.read(List.of(Files.writeString(folder.resolve("file.json"), text)));
    }

    private static List<JsonNode> lines(CollectedAnswers answers) {
        return answers.recorded().lines().map(line -> Json.tree(line, "line")).toList();
    }

    @Test
    void promptfooSaysHowEachAnswerEnded() throws IOException {
        String one = PROMPTFOO.substring(PROMPTFOO.indexOf("{\"provider\""), PROMPTFOO.indexOf("\n], \"stats\""));
        String more = String.join(
                ",",
                one,
                one.replace("At once.", "Never."),
                one.replace("\"label\": \"\"", "\"label\": \"tuned\"")
                        .replace("\"output\": \"At once.\"", "\"output\": {\"leap\": true}"),
                one.replace("\"testIdx\": 0", "\"testIdx\": 1").replace("\"failureReason\": 1", "\"failureReason\": 2"),
                one.replace("\"testIdx\": 0", "\"testIdx\": 2")
                        .replace("{\"output\"", "{\"finishReason\": \"length\", \"output\""),
                one.replace("\"testIdx\": 0", "\"testIdx\": 3")
                        .replace("{\"output\"", "{\"isRefusal\": true, \"output\""),
                one.replace("\"testIdx\": 0", "\"testIdx\": 4")
                        .replace(
                                "\"Leap?\"",
                                "\"[{\\\"role\\\": \\\"system\\\", \\\"content\\\": \\\"s\\\"},"
                                        + " {\\\"role\\\": \\\"user\\\", \\\"content\\\": \\\"Jump?\\\"}]\""));
        CollectedAnswers answers = read(AnswerFormat.PROMPTFOO, PROMPTFOO.replace(one, more));

        assertThat(answers.outcomes())
                .hasToString("{openai:one={answered=3, failed=1, refused=1, truncated=1}, tuned={answered=1}}");
        assertThat(lines(answers))
                .filteredOn(line -> line.get("prompt").stringValue().equals("Jump?"))
                .hasSize(1);
        assertThat(answers.recorded()).contains("{\\\"leap\\\":true}").contains("error: an assertion did not hold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"evalId\"` | `[{\"evalId\"` | is no JSON object",
                "`{\"evalId\"` | `\"evalId\"` | is no JSON object",
                "\"evalId\" | evalId | file.json:1",
                "\"results\": {\"version\" | \"other\": {\"version\" | has no results.version",
                "\"version\": 3 | \"version\": \"3\" | has no results.version",
                "\"version\": 3 | \"version\": 4 | results.version is 4; versions 2 and 3 are read",
                "\"prompts\": [], \"results\" | \"prompts\": [], \"rows\" | no list results.results",
                "\"provider\": {\"id\": \"openai:one\", | \"provider\": {\"i\": 1, | result 1: names no provider",
                "openai:one | ` ` | result 1: names no provider",
                "Leap? | `` | result 1: its prompt.raw holds no text",
                "\"raw\" | \"text\" | result 1: its prompt.raw holds no text",
                "\"testIdx\": 0 | \"testIdx\": \"0\" | result 1: lacks testIdx or promptIdx",
                "\"promptIdx\": 0, | `` | result 1: lacks testIdx or promptIdx",
                "\"stats\": {} | \"stats\": { | file.json:6",
                "\"testIdx\": 0 | \"promptIdx\": 1 | file.json:3",
            })
    void whatIsNoResultOfPromptfooIsNamed(String right, String wrong, String what) throws IOException {
        refused(AnswerFormat.PROMPTFOO, PROMPTFOO, right, wrong, what);
    }

    @Test
    void whatHasNeitherResponseNorErrorIsNamed() throws IOException {
        String without = PROMPTFOO.replace("\"error\"", "\"e\"");
        refused(AnswerFormat.PROMPTFOO, without, "\"response\"", "\"r\"", "result 1: has neither a response nor");
        refused(
                AnswerFormat.PROMPTFOO,
                without,
                "\"failureReason\": 1",
                "\"failureReason\": 2",
                "result 1: has neither");
        int from = PROMPTFOO.indexOf("{\"provider\"");
        int to = PROMPTFOO.indexOf("\n], \"stats\"");
        String one = PROMPTFOO.substring(from, to);
        refused(AnswerFormat.PROMPTFOO, PROMPTFOO, one, "", "holds no result");
        refused(AnswerFormat.PROMPTFOO, PROMPTFOO, one, "7", "result 1: is not an object");
    }

    @Test
    void helmSaysHowEachAnswerEnded() throws IOException {
        String one = HELM.substring(HELM.indexOf("{\"instance\""), HELM.indexOf("\n ]}"));
        String more = String.join(
                ",",
                one.replace(
                        "\"completions\": [",
                        "\"completions\": [{\"text\": \"Perhaps\", \"finish_reason\": {\"reason\": \"length\"}}, "),
                one.replace("\"train_trial_index\"", "\"reference_index\": 0, \"train_trial_index\""),
                one.replace("id1", "id2").replace("\"success\": true", "\"success\": false, \"error\": \"busy\""),
                one.replace("id1", "id3").replace("At once.", " "),
                one.replace("id1", "id4").replace("\"stop\"", "\"content_filter\""));
        CollectedAnswers answers = read(
                AnswerFormat.HELM,
                HELM.replace(one, more).replace("\"max_train_instances\": 0", "\"max_train_instances\": 5"));

        assertThat(answers.outcomes())
                .hasToString("{maker/one={answered=1, empty=1, failed=1, filtered=1, truncated=1}}");
        assertThat(lines(answers))
                .extracting(line -> line.get("sample").intValue())
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(answers.doubts())
                .hasSize(2)
                .allSatisfy(doubt -> assertThat(doubt.file()).endsWith("file.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"adapter_spec\"` | `[` | is no JSON object",
                "adapter_spec | spec | has no adapter_spec",
                "request_states | states | no list request_states",
                "\"request_states\": [ | \"request_states\": 7, \"x\": [ | no list request_states",
                "\"instance\": { | \"instances\": { | request 1: its instance has no id",
                "\"id1\" | 1 | request 1: its instance has no id",
                "Leap?\"} | `\"}` | request 1: its instance has no input.text",
                "\"text\": \"Leap?\" | \"text\": null | request 1: its instance has no input.text",
                "maker/one | ` ` | request 1: names no model",
                "\"result\" | \"r\" | request 1: has no result",
                "\"completions\" | \"c\" | request 1: succeeded without completions",
                "\"text\": \"At once.\" | \"text\": 7 | request 1: has a completion without text",
                "\"success\": true | \"success\": tru | file.json:5",
                "\"cached\": false | \"success\": false | file.json:6",
                "\"cached\": false}} | \"cached\": false | file.json",
            })
    void whatIsNoScenarioOfHelmIsNamed(String right, String wrong, String what) throws IOException {
        refused(AnswerFormat.HELM, HELM, right, wrong, what);
    }

    private void refused(AnswerFormat format, String text, String right, String wrong, String what) throws IOException {
        assertThat(text).contains(right);
        String changed = text.replace(right, wrong == null ? "" : wrong);
        DataException refused = catchThrowableOfType(DataException.class, () -> read(format, changed));
        assertThat(refused).isNotNull().hasMessageContaining("file.json").hasMessageContaining(what);
        assertThat(refused.defects())
                .allSatisfy(defect -> assertThat(defect.fix()).isNotBlank());
    }

    /** A text of six million characters would be a tree of hundreds of megabytes. */
    @Test
    void anEntryMadeToFillMemoryIsRefused() throws IOException {
        String many = "[" + "[],".repeat(2_000_001) + "[]]";
        refused(AnswerFormat.HELM, HELM, "\"cached\": false", "\"cached\": " + many, "more than 2 million values");
        refused(AnswerFormat.PROMPTFOO, PROMPTFOO, "\"stats\": {}", "\"stats\": " + many, "more than 2 million values");
        refused(
                AnswerFormat.INSPECT,
                "{\"eval\": {\"model\": \"m\"}, \"samples\": [{\"id\": 1}]}",
                "\"id\": 1",
                "\"id\": " + many,
                "more than 2 million values");
        refused(AnswerFormat.EVERY_EVAL_EVER, "{\"schema_version\": 1}", "1", many, "more than 2 million values");
    }

    @Test
    void afterAThousandMistakesNobodyReadsOn() throws IOException {
        String log = "{\"eval\": {\"model\": \"m\"}, \"samples\": [" + "7, ".repeat(5_000) + "7]}";
        assertThatThrownBy(() -> read(AnswerFormat.INSPECT, log))
                .hasMessageContaining("sample 20: is not an object")
                .hasMessageContaining("file.json: and 980 more mistakes, with which reading stopped");
        assertThatThrownBy(() -> read(AnswerFormat.INSPECT, log.replace("7, ".repeat(5_000), "7, ".repeat(40))))
                .hasMessageContaining("and 21 more mistakes;");
    }

    @Test
    void noMoreIsKeptThanFitsIntoMemory() throws IOException {
        Path file = folder.resolve("file.json");
        String one = "{\"id\": %d, \"epoch\": 1, \"input\": \"four\", \"output\": {\"completion\": \"nine more\"}}";
        String samples = IntStream.range(0, 9).mapToObj(one::formatted).collect(Collectors.joining(","));
        Files.writeString(file, "{\"eval\": {\"model\": \"m\"}, \"samples\": [" + samples + "]}");
        for (CollectedAnswers.Bounds bounds :
                List.of(new CollectedAnswers.Bounds(8, 1_000), new CollectedAnswers.Bounds(1_000, 9 * 13 - 1))) {
            assertThatThrownBy(() -> CollectedAnswers.read(List.of(file), InspectSamples::read, bounds))
                    .hasMessageContaining("file.json: sample 9: more than")
                    .hasMessageContaining("import the files in several goes");
        }
        assertThat(CollectedAnswers.read(List.of(file), InspectSamples::read, new CollectedAnswers.Bounds(9, 9 * 13))
                        .outcomes())
                .hasToString("{m={answered=9}}");
    }

    @Test
    void whatIsNoFileIsNamed() {
        for (AnswerFormat format : AnswerFormat.values()) {
            assertThatThrownBy(() -> format.read(List.of(folder)))
                    .as(format.toString())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(folder.toString());
            assertThatThrownBy(() -> format.read(List.of(folder.resolve("none.json"))))
                    .as(format.toString())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("none.json");
        }
    }

    /**
     * What is bounded is one entry: two hundred of a million characters pass, one of more than 64 million does not. What
     * the parser has read ahead, as much as fits into a buffer that it found, does not count.
     */
    @Test
    @Tag("slow")
    void aFileMayBeLongAndOneEntryMayNot() throws IOException {
        Path file = folder.resolve("large.json");
        String padding = "x".repeat(1 << 20);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(HELM.substring(0, HELM.indexOf("{\"instance\"")));
            String one = HELM.substring(HELM.indexOf("{\"instance\""), HELM.indexOf("\n ]}"));
            for (int i = 0; i < 200; i++) {
                writer.write((i == 0 ? "" : ",") + one.replace("id1", "id" + i).replace("Q: Leap? A:", padding));
            }
            writer.write("]}");
        }
        CollectedAnswers answers = AnswerFormat.HELM.read(List.of(file));
        assertThat(answers.outcomes()).hasToString("{maker/one={answered=200}}");
        Files.writeString(file, HELM.replace("Q: Leap? A:", "x".repeat((64 << 20) + (1 << 18))));
        assertThat(catchThrowableOfType(DataException.class, () -> AnswerFormat.HELM.read(List.of(file))))
                .hasMessageContaining("has an entry of more than 64 million characters");
    }
}
