package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an examinee may be asked with, and what is not its to set. */
class ExamineeSettingsTest {
    private static final Theory THEORY = Theory.load(DataFolder.over(Path.of("no-such-folder")));

    @TempDir
    private Path folder;

    @BeforeEach
    void prompt() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/plain.md"), "Answer in one line.\nBe plain.\n");
        Files.writeString(folder.resolve("prompts/blank.md"), " \n");
    }

    private Path board(String settings) throws IOException {
        Path file = folder.resolve("leaderboard.yml");
        Files.writeString(
                file,
                "title: {name: T}\nendpoints:\n  - {id: web, kind: openai, base-url: https://api.example.com/v1}\n"
                        + "examinees:\n  - id: a\n    name: A\n    endpoint: web\n    model: m\n    developer: D\n"
                        + "    access: open\n    type: reasoning\n" + settings.indent(4)
                        + "systems:\n  - {system: schwartz, pool: topics/schwartz.jsonl}\n");
        return file;
    }

    private Examinee.Settings read(String settings) throws IOException {
        return LeaderboardReader.read(board(settings), THEORY)
                .examinees()
                .get(0)
                .settings();
    }

    private List<Defect> refused(String settings) throws IOException {
        Path file = board(settings);
        return catchThrowableOfType(ConfigException.class, () -> LeaderboardReader.read(file, THEORY))
                .defects();
    }

    @Test
    void anyJsonIsTakenAsItIsWritten() throws IOException {
        assertThat(read("""
                parameters:
                  reasoning_effort: high
                  provider: {order: [first, second], allow_fallbacks: false}
                  thinking: {type: enabled, budget_tokens: 2_048}
                """.replace("2_048", "2048")).json())
                .isEqualTo("{\"provider\":{\"allow_fallbacks\":false,\"order\":[\"first\",\"second\"]},"
                        + "\"reasoning_effort\":\"high\",\"thinking\":{\"budget_tokens\":2048,\"type\":\"enabled\"}}");
        assertThat(read("parameters: {a: '7', b: 7, c: 0.50, d: -1.5e3, e: null, f: true, g: [], h: no}")
                        .json())
                .isEqualTo("{\"a\":\"7\",\"b\":7,\"c\":0.5,\"d\":-1500.0,\"e\":null,\"f\":true,\"g\":[],\"h\":\"no\"}");
        assertThat(read("")).isEqualTo(Examinee.Settings.NONE);
        assertThat(read("parameters: {}\nsystem-prompt:")).isEqualTo(Examinee.Settings.NONE);
    }

    @Test
    void aSystemPromptIsATextOrAFile() throws IOException {
        assertThat(read("system-prompt: Be brief.").systemPrompt()).isEqualTo("Be brief.");
        assertThat(read("system-prompt: {file: prompts/plain.md}").systemPrompt())
                .isEqualTo("Answer in one line.\nBe plain.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "model",
                "Models",
                "stream",
                "stream_options",
                "n",
                "temperature",
                "top-p",
                "max_tokens",
                "max_completion_tokens",
                "tools",
                "response_format",
                "system"
            })
    void whatTheProgramOrTheLeaderboardSetsIsRefusedByName(String name) throws IOException {
        assertThat(refused("parameters: {seed: 1, " + name + ": 1}"))
                .singleElement()
                .satisfies(defect -> {
                    assertThat(defect.line()).isEqualTo(12);
                    assertThat(defect.what()).isEqualTo("parameter '" + name + "' is refused");
                    assertThat(defect.fix()).startsWith(name + " ");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key: CANARY",
                "extra_headers: {Authorization: CANARY}",
                "provider: {api-key: CANARY}",
                "provider: {x: [{access_token: CANARY}]}",
                "user: Bearer CANARY",
                "user: sk-CANARYCANARYCANARY",
            })
    void aKeyIsRefusedAtAnyDepthAndNotRepeated(String parameter) throws IOException {
        assertThat(refused("parameters: {" + parameter + "}")).singleElement().satisfies(defect -> {
            assertThat(defect.what()).endsWith("looks like a key").doesNotContain("CANARY");
            assertThat(defect.fix()).contains("key-env").doesNotContain("CANARY");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parameters: 7 | 'parameters' is not a mapping: '7'",
                "parameters: [a] | 'parameters' is not a mapping",
                "parameters: {a: .nan} | 'parameters' has a number that JSON cannot say: '.nan'",
                "parameters: {a: 0x1F} | 'parameters' has a number that JSON cannot say: '0x1F'",
                "parameters: {a: 1234567890123456789} | 'parameters' has a number of more than 18 digits",
                "parameters: {a: 1e999} | 'parameters' has a number that is too large",
                "parameters: {a: 1, a: 2} | 'a' is given twice in 'parameters'",
                "parameters: {x: {a: 1, a: 2}} | 'parameters' has 'a' twice",
                "parameters: {x: {'': 1}} | 'parameters' has a name that is not a text",
                "parameters: &p {a: *p} | 'parameters' is nested more than 8 deep or has more than 500 values",
                "parameters: {a: [[[[[[[[[1]]]]]]]]]} | 'parameters' is nested more than 8 deep or has more than 500 values",
                "system-prompt: [a] | 'system-prompt' is not a text",
                "system-prompt: {file: prompts/no.md} | no such file: 'prompts/no.md'",
                "system-prompt: {file: ../secret.md} | 'file' is not a file of the data folder: '../secret.md'",
                "system-prompt: {file: prompts/blank.md} | 'prompts/blank.md' is blank",
                "system-prompt: {text: a} | 'file' is missing in 'system-prompt'",
            })
    void eachMistakeIsNamed(String settings, String what) throws IOException {
        assertThat(refused(settings)).first().satisfies(defect -> {
            assertThat(defect.what()).startsWith(what);
            assertThat(defect.line()).isEqualTo(12);
            assertThat(defect.fix()).isNotBlank();
        });
    }

    @Test
    void whatIsPublishedHasABound() throws IOException {
        assertThat(refused("system-prompt: " + "long ".repeat(5000).strip()))
                .singleElement()
                .satisfies(defect -> assertThat(defect.what()).contains("24999 characters"));
        assertThat(refused("parameters: {a: " + "x".repeat(5000) + "}"))
                .singleElement()
                .satisfies(defect -> assertThat(defect.what()).contains("5008 characters"));
    }
}
