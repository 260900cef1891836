package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.batch.LoopbackBatches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A run by a provider's batches comes out as one that made its calls one by one. */
@Tag("slow")
class BatchRunTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static String ask(String address, JsonNode body) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(address + "/chat/completions"))
                                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void board(Path home, String address, String more, String systems) throws IOException {
        Path data = home.resolve("data");
        Files.createDirectories(data.resolve("providers"));
        Files.writeString(data.resolve("providers/here.yml"), "batch: openai\n");
        StringBuilder yaml =
                new StringBuilder("title: {name: Small}\nendpoints:\n  - {id: web, kind: openai, base-url: \"" + address
                        + "\", profile: here" + more + "}\nexaminees:\n");
        for (String model : SmallPanel.MODELS) {
            yaml.append(("  - {id: %s, name: %s, endpoint: web, model: %s, developer: M, access: open, type: chat,"
                            + " price: {input: 1, output: 2, since: 2026-01-01}}%n")
                    .formatted(model, model, model));
        }
        yaml.append("roles: {recognizer: embedded, explorers: [aurora-mini, borealis-8b],"
                + " scorers: [aurora-large, delta-pro]}\nsystems:\n" + systems
                + "evaluation: {minimum-coverage: 0.5, resamples: 50}\n");
        Files.writeString(data.resolve("leaderboard.yml"), yaml);
    }

    @Test
    void thePeriodIsTheSameByBatchesAsBySingleCalls() throws Exception {
        String systems = "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 25}\n";
        Path single = folder.resolve("single");
        Path batched = folder.resolve("batched");
        Files.createDirectories(single.resolve("data"));
        try (SimulatedProvider models = new SimulatedProvider(single.resolve("data"));
                LoopbackBatches provider = new LoopbackBatches("openai", body -> ask(models.address(), body))) {
            board(single, provider.address(), "", systems);
            board(batched, provider.address(), ", batch: true", systems);
            // What a run did cost is frozen with it, and is another sum by batches.
            for (Path home : List.of(single, batched)) {
                Path file = home.resolve("data/leaderboard.yml");
                Files.writeString(file, Files.readString(file).replaceAll(",\\s*price: \\{.*?}", ""));
            }
            assertThat(CommandLineRun.of(single, "run").exit()).isZero();
            assertThat(provider.singles()).isEqualTo(100);
            provider.failing = 0.05;
            provider.lost = 0.01;
            CommandLineRun run = CommandLineRun.of(batched, "run");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(provider.singles()).isEqualTo(100);
            assertThat(provider.batches()).isBetween(5, 12);
            assertThat(run.err()).contains("requests given").contains("completed: ");
            assertThat(FileTree.digests(batched.resolve("data/periods")))
                    .isEqualTo(FileTree.digests(single.resolve("data/periods")));
        }
    }

    /** Two models asked one by one, and a judge and a concept extractor whose provider is asked by batches. */
    private static void judged(Path home, String address, String batch, String roles) throws IOException {
        Files.createDirectories(home.resolve("data/providers"));
        Files.writeString(home.resolve("data/providers/here.yml"), "batch: openai\n");
        Files.writeString(home.resolve("data/leaderboard.yml"), """
                title: {name: Small}
                endpoints:
                  - {id: web, kind: openai, base-url: "%1$s", profile: here}
                  - {id: readers, kind: openai, base-url: "%1$s", profile: here%2$s}
                examinees:
                  - {id: one, name: One, endpoint: web, model: one, developer: D, access: open, type: chat}
                  - {id: two, name: Two, endpoint: readers, model: two, developer: D, access: open, type: chat}
                  - {id: six, name: Six, endpoint: readers, model: six, developer: E, access: open, type: chat}
                roles: {%3$s}
                systems: [{system: schwartz, pool: topics/schwartz.jsonl, items: 4}]
                evaluation: {minimum-coverage: 0.5, resamples: 50}
                """.formatted(address, batch, roles));
    }

    /** A judge reads what is there: answers, concepts and marks go by batches one after the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recognizer: direct, judge: two                          | 2",
                "recognizer: llm, judge: two, concept-extractor: six     | 3",
            })
    void aJudgeReadsByBatches(String roles, int stages) throws Exception {
        Path single = folder.resolve("single");
        Path batched = folder.resolve("batched");
        try (LoopbackBatches provider = new LoopbackBatches("openai", PlayedReader::reply)) {
            judged(single, provider.address(), "", roles);
            CommandLineRun one = CommandLineRun.of(single, "run");
            assertThat(one.exit()).as(one.err() + one.out()).isZero();
            int calls = provider.singles();
            judged(batched, provider.address(), ", batch: true", roles);
            provider.failing = 0.05;
            CommandLineRun run = CommandLineRun.of(batched, "run");
            assertThat(run.exit()).as(run.err() + run.out()).isZero();
            assertThat(provider.singles()).as("answers of the model elsewhere").isEqualTo(calls + 4);
            assertThat(provider.answers()).hasSize(calls - 4);
            assertThat(provider.batches()).isGreaterThanOrEqualTo(stages);
            assertThat(FileTree.digests(batched.resolve("data/periods")))
                    .isEqualTo(FileTree.digests(single.resolve("data/periods")));
            assertThat(Files.readString(single.resolve("data/periods/2026-11/labels/one.jsonl")))
                    .contains("+")
                    .doesNotContain("UNSCORED");
        }
    }

    /** Answers that are stored are read by a judge that came later. */
    @Test
    void rescoreAsksAJudgeByBatches() throws Exception {
        try (LoopbackBatches provider = new LoopbackBatches("openai", PlayedReader::reply)) {
            judged(folder, provider.address(), ", batch: true", "recognizer: embedded");
            assertThat(CommandLineRun.of(folder, "evaluate").exit()).isZero();
            int batches = provider.batches();
            int singles = provider.singles();
            judged(folder, provider.address(), ", batch: true", "recognizer: direct, judge: two");
            CommandLineRun rescored = CommandLineRun.of(folder, "rescore");
            assertThat(rescored.exit()).as(rescored.err() + rescored.out()).isZero();
            assertThat(provider.singles()).isEqualTo(singles);
            assertThat(provider.batches()).isGreaterThan(batches);
            assertThat(folder.resolve("data/periods/2026-11/snapshot.json")).isRegularFile();
        }
    }

    @Test
    void aRoundOfNewItemsIsTheSameByBatches() throws Exception {
        String systems = "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 8, floor: 0,"
                + " evolve: {budget: 2, topics: 3, explore: 1, depth: 1}}\n";
        Path single = folder.resolve("single");
        Path batched = folder.resolve("batched");
        Files.createDirectories(single.resolve("data"));
        try (SimulatedProvider models = new SimulatedProvider(single.resolve("data"));
                LoopbackBatches provider = new LoopbackBatches("openai", body -> ask(models.address(), body))) {
            board(single, provider.address(), "", systems);
            board(batched, provider.address(), ", batch: true", systems);
            assertThat(CommandLineRun.of(single, "items", "generate").exit()).isZero();
            int direct = provider.singles();
            CommandLineRun run = CommandLineRun.of(batched, "items", "generate");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(provider.singles()).isEqualTo(direct);
            assertThat(FileTree.digests(batched.resolve("data/rounds")))
                    .isEqualTo(FileTree.digests(single.resolve("data/rounds")));
        }
    }

    /** Time is up, the batch goes on, and the same command takes it up. */
    @Test
    void aRunThatStopsGoesOnWithTheSameBatch() throws Exception {
        try (LoopbackBatches provider = new LoopbackBatches(
                "openai",
                body -> "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Stance: Yes\"}}]}")) {
            provider.looks = 1_000;
            board(
                    folder,
                    provider.address(),
                    ", batch: true",
                    "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 2}\n");
            CommandLineRun stopped = CommandLineRun.of(folder, "evaluate", "--stop-after", "2s");
            assertThat(stopped.exit()).as(stopped.err()).isEqualTo(3);
            assertThat(stopped.err()).contains("goes on without this run");
            assertThat(stopped.out()).contains(": 0 calls");
            provider.looks = 1;
            int given = provider.batches();
            CommandLineRun rest = CommandLineRun.of(folder, "evaluate");
            assertThat(rest.err()).contains("batches of earlier runs are with their providers");
            assertThat(provider.batches()).isEqualTo(given);
            assertThat(provider.singles()).isZero();
        }
    }

    @Test
    void planShowsBothPricesAndDoctorSeesTheBatches() throws Exception {
        try (LoopbackBatches provider = new LoopbackBatches("openai", body -> "{}")) {
            board(
                    folder,
                    provider.address(),
                    ", batch: true",
                    "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 2}\n");
            CommandLineRun plan = CommandLineRun.of(folder, "plan");
            assertThat(plan.exit()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("up to 24.0 hours").contains("one by one it would be $");
            JsonNode told =
                    Json.tree(CommandLineRun.of(folder, "plan", "--json").out(), "plan");
            assertThat(told.get("dollars").decimalValue().multiply(java.math.BigDecimal.valueOf(2)))
                    .isEqualByComparingTo(told.get("oneByOne").decimalValue());
            CommandLineRun.of(folder, "doctor");
            assertThat(provider.seen()).anyMatch(line -> line.startsWith("GET batches "));
            provider.broken = number -> true;
            assertThat(CommandLineRun.of(folder, "doctor").out()).contains("its batches cannot be used: HTTP 503");
        }
    }

    @Test
    void aProfileWithoutBatchesIsRefusedByCheck() throws Exception {
        board(
                folder,
                "http://127.0.0.1:9/v1",
                ", batch: true",
                "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 2}\n");
        Path file = folder.resolve("data/leaderboard.yml");
        Files.writeString(file, Files.readString(file).replace("profile: here", "profile: ollama"));
        CommandLineRun check = CommandLineRun.of(folder, "check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err() + check.out()).contains("its profile 'ollama' knows no batches");
    }
}
