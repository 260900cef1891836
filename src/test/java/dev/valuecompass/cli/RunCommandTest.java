package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job on a small leaderboard, as a user runs it. */
@Tag("slow")
class RunCommandTest {
    private static final String SYSTEMS = """
            systems:
              - {system: schwartz, pool: topics/schwartz.jsonl, items: 12}
              - {system: mft, pool: topics/mft.jsonl, items: 10}
              - {system: unique, pool: topics/unique.jsonl, items: 12}
              - {system: safety, pool: topics/safety.jsonl, items: 12}
            """;

    @TempDir
    Path home;

    @Test
    void aSecondRunAsksNothingAndWritesTheSameBytes() throws IOException {
        leaderboard("simulated", "kind: simulated\n    file: simulated/panel.yml", 0.5);

        CommandLineRun first = CommandLineRun.of(home, "run", "--json");
        SortedMap<String, String> periods = FileTree.digests(home.resolve("data/periods"));
        SortedMap<String, String> site = FileTree.digests(home.resolve("public"));
        CommandLineRun second = CommandLineRun.of(home, "run", "--json");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(calls(first)).isGreaterThanOrEqualTo(3 * 46);
        assertThat(calls(second)).isZero();
        assertThat(FileTree.digests(home.resolve("data/periods")))
                .isEqualTo(periods)
                .isNotEmpty();
        assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(site).containsKey("index.html");
        succeeds("verify");
        JsonNode recovery = Json.tree(
                CommandLineRun.of(home, "validate", "--items", "0", "--json").out(), "recovery");
        assertThat(recovery.get("period").get("fits").size()).isPositive();
        assertThat(recovery.get("period").get("fits").get(0).get("models").asInt())
                .isEqualTo(3);
        assertThat(CommandLineRun.of(home, "check").out()).isEqualTo("ok\n");
    }

    @Test
    void everyPageOfASyntheticPeriodSaysSo() throws IOException {
        leaderboard("simulated", "kind: simulated\n    file: simulated/panel.yml", 0.5);
        succeeds("run");
        for (String page : FileTree.digests(home.resolve("public/2026-11")).keySet()) {
            if (page.endsWith(".html")) {
                assertThat(Files.readString(home.resolve("public/2026-11").resolve(page)))
                        .as(page)
                        .containsIgnoringCase("simulated")
                        .containsIgnoringCase("synthetic");
            }
        }
    }

    @Test
    void tooFewAnswersPublishNothingAndLeaveWhatWasPublished() throws IOException {
        leaderboard("simulated", "kind: simulated\n    file: simulated/panel.yml", 0.5);
        succeeds("run", "--period", "2026-10");
        SortedMap<String, String> data = FileTree.digests(home.resolve("data/periods"));
        SortedMap<String, String> site = FileTree.digests(home.resolve("public"));
        Files.writeString(
                home.resolve("data/few.jsonl"),
                "{\"model\":\"aurora-large\",\"prompt\":\"asked by nobody\",\"answer\":\"y\"}\n");
        leaderboard("few", "kind: recorded\n    file: few.jsonl", 0.5);

        CommandLineRun run = CommandLineRun.of(home, "run");

        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("incomplete: nothing was published")
                .contains("aurora-large on schwartz: 0 of 12 answered (12 provider_error)");
        assertThat(FileTree.digests(home.resolve("data/periods"))).isEqualTo(data);
        assertThat(FileTree.digests(home.resolve("public"))).isEqualTo(site);
    }

    @Test
    void anotherEvaluationUnderAFrozenPeriodIsRefused() throws IOException {
        leaderboard("simulated", "kind: simulated\n    file: simulated/panel.yml", 0.5);
        succeeds("run");
        CommandLineRun run = CommandLineRun.of(home, "run", "--seed", "21");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("2026-11");
    }

    @Test
    void anUnsetKeyIsAMistakeOnlyWhenItIsNeeded() throws IOException {
        leaderboard("paid", "kind: openai\n    base-url: http://127.0.0.1:9/v1\n    key-env: NO_SUCH_KEY", 0.5);
        succeeds("check");
        succeeds("plan");
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("NO_SUCH_KEY");
    }

    private void succeeds(String... args) {
        CommandLineRun run = CommandLineRun.of(home, args);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private void leaderboard(String endpoint, String how, double coverage) throws IOException {
        Files.createDirectories(home.resolve("data"));
        StringBuilder examinees = new StringBuilder();
        for (String model : new String[] {"aurora-large", "borealis-8b", "ember-1"}) {
            examinees.append(
                    "  - {id: %s, name: %s, endpoint: %s, model: %s, developer: Maker, access: open, type: chat}%n"
                            .formatted(model, model, endpoint, model));
        }
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                "title: {name: Small}\nendpoints:\n  - id: " + endpoint + "\n    " + how + "\nexaminees:\n" + examinees
                        + "roles: {recognizer: embedded}\n" + SYSTEMS + "evaluation:\n  seed: 20\n  minimum-coverage: "
                        + coverage + "\n");
    }

    private static long calls(CommandLineRun run) {
        JsonNode report = Json.tree(run.out(), "report");
        return report.get("effort").get("calls").asLong();
    }
}
