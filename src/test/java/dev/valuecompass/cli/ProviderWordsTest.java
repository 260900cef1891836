package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole runs against providers that end answers in words of their own. */
@Tag("slow")
class ProviderWordsTest {
    /** How seven providers say that a filter stopped a prompt: status and body. */
    private static final Map<String, Map.Entry<Integer, String>> WORDS = Map.of(
            "xai",
            Map.entry(
                    403,
                    "{'code':'The caller does not have permission to execute the specified operation',"
                            + "'error':'Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO'}"),
            "deepseek",
            Map.entry(
                    400,
                    "{'error':{'message':'Content Exists Risk','type':'invalid_request_error','param':null,"
                            + "'code':'invalid_request_error'}}"),
            "dashscope",
            Map.entry(
                    400,
                    "{'error':{'code':'data_inspection_failed','message':'Input data may contain inappropriate content.'}}"),
            "anthropic",
            Map.entry(
                    400,
                    "{'type':'error','error':{'type':'invalid_request_error',"
                            + "'message':'Output blocked by content filtering policy'}}"),
            "zhipu",
            Map.entry(400, "{'error':{'code':'1301','message':'系统检测到输入或生成内容可能包含不安全或敏感内容'}}"),
            "gemini",
            Map.entry(
                    200,
                    "{'choices':[],'object':'chat.completion','model':'gemini-x',"
                            + "'usage':{'prompt_tokens':20,'completion_tokens':0,'total_tokens':20}}"),
            "openrouter",
            Map.entry(
                    403,
                    "{'error':{'message':'Your input was flagged','code':403,"
                            + "'metadata':{'reasons':['violence'],'flagged_input':'How'}}}"));

    @TempDir
    Path home;

    /** Configures 16 Safety items. @return the texts of the first six, which are to be blocked */
    private List<String> safety(PlayedProvider provider, List<String> models) throws IOException {
        provider.configure(models, 16, "    retries: 0\n", "samples: 1", "minimum-coverage: 0.9");
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "{system: schwartz, pool: topics/schwartz.jsonl, items: 16}",
                                "{system: safety, pool: topics/safety-16.jsonl}"));
        List<String> pool = Files.readAllLines(Path.of("data/topics/safety.jsonl")).stream()
                .filter(line -> !line.isBlank())
                .limit(16)
                .toList();
        Files.createDirectories(home.resolve("data/topics"));
        Files.write(home.resolve("data/topics/safety-16.jsonl"), pool);
        return pool.stream()
                .limit(6)
                .map(line -> Json.tree(line, "item").get("text").stringValue())
                .toList();
    }

    @Test
    void aFilterInAProvidersOwnWordsIsFinalAndParksNobody() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            List<String> blocked = safety(provider, List.copyOf(WORDS.keySet()));
            provider.rule((n, body) -> {
                JsonNode request = Json.tree(body, "request");
                String model = request.get("model").stringValue();
                String asked = request.get("messages").toString();
                Map.Entry<Integer, String> words = WORDS.get(model);
                return blocked.stream()
                                .anyMatch(text -> asked.contains(Json.line(text).replace("\"", "")))
                        ? new MockResponse.Builder()
                                .code(words.getKey())
                                .body(words.getValue().replace('\'', '"'))
                                .build()
                        : PlayedProvider.completion(model, "No. Everybody deserves the same respect.", "stop");
            });
            CommandLineRun first = provider.run("run", "--json");
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(home.resolve("data/periods/2026-11/snapshot.json")).exists();
            JsonNode report = Json.tree(first.out(), first.err());
            assertThat(report.get("effort").get("parked")).isEmpty();
            for (JsonNode model : report.get("accounting").get("models")) {
                assertThat(model.get("ends").get("FILTERED").asInt())
                        .as(model.toString())
                        .isEqualTo(6);
                assertThat(model.get("ends").get("ANSWERED").asInt()).isEqualTo(10);
            }
            assertThat(provider.asked()).isEqualTo(7 * 16);

            CommandLineRun second = provider.run("run");
            assertThat(provider.asked()).isEqualTo(7 * 16);
            assertThat(second.exit()).as(second.out()).isZero();
        }
    }

    /** An unknown reason stands in one line a model, however often it came; a broken answer is asked again, others are not. */
    @Test
    void anUnknownFinishReasonIsSaidOnceAModel() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            provider.configure(
                    List.of("wibble", "network-error", "sensitive", "repetition"),
                    6,
                    "    retries: 0\n",
                    "samples: 1",
                    "minimum-coverage: 0.5");
            provider.rule((n, body) -> {
                String model = Json.tree(body, "request").get("model").stringValue();
                return PlayedProvider.completion(model, "Stance: Yes", model.replace('-', '_'));
            });
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out().lines().filter(line -> line.contains("'wibble'")))
                    .containsExactly(
                            "wibble: 6 failed, unknown finish_reason 'wibble': write what it means into endings.yml"
                                    + " in the data folder");
            assertThat(run.out())
                    .containsPattern("wibble +0 +0 +0 +0 +0 +6 +0 +0 ")
                    .containsPattern("network-error +0 +0 +0 +0 +0 +6 +0 +0 ")
                    .containsPattern("sensitive +0 +0 +0 +6 +0 +0 +0 +0 ")
                    .containsPattern("repetition +0 +0 +6 +0 +0 +0 +0 +0 ")
                    .contains("Run again to ask what is missing");
            assertThat(provider.asked()).isEqualTo(4 * 6);
            provider.run("run");
            assertThat(provider.asked()).isEqualTo(4 * 6 + 2 * 6);
        }
    }

    @Test
    void whereNothingIsLeftToAskNobodyIsToldToRunAgain() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            provider.configure(List.of("one"), 6, "    retries: 0\n", "samples: 1", "minimum-coverage: 0.5");
            provider.rule((n, body) -> PlayedProvider.completion("one", "", "stop"));
            CommandLineRun run = provider.run("run");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out()).doesNotContain("Run again").contains("another run would ask nothing");
            provider.run("run");
            assertThat(provider.asked()).isEqualTo(6);
        }
    }

    /** Two failures and an answer are two retries; three failures and no answer are two as well. */
    @Test
    void theTableCountsRetriesAndNotFailures() throws IOException {
        try (PlayedProvider provider = new PlayedProvider(home)) {
            provider.configure(List.of("late", "never"), 1, "    retries: 2\n", "samples: 1", "minimum-coverage: 0.5");
            int[] ofLate = {0};
            provider.rule((n, body) -> {
                synchronized (ofLate) {
                    return body.contains("\"late\"") && ++ofLate[0] == 3
                            ? PlayedProvider.opinion("late", n)
                            : PlayedProvider.status(503);
                }
            });
            CommandLineRun run = provider.run("run");
            assertThat(provider.asked()).isEqualTo(2 * 3);
            assertThat(run.out())
                    .containsPattern("late +1 +0 +0 +0 +0 +0 +0 +2 ")
                    .containsPattern("never +0 +0 +0 +0 +0 +1 +0 +2 ");
        }
    }
}
