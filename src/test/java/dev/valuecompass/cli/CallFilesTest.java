package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose calls are files comes out as one that made them itself. */
class CallFilesTest {
    @TempDir
    Path folder;

    private static Path board(Path home, String address, String systems) throws IOException {
        StringBuilder yaml =
                new StringBuilder("title: {name: Small}\nendpoints:\n  - {id: web, kind: openai, base-url: \"" + address
                        + "\", retries: 0}\nexaminees:\n");
        for (String model : SmallPanel.MODELS) {
            yaml.append("  - {id: %s, name: %s, endpoint: web, model: %s, developer: M, access: open, type: chat}%n"
                    .formatted(model, model, model));
        }
        yaml.append("roles: {recognizer: embedded, explorers: [aurora-mini, borealis-8b],"
                + " scorers: [aurora-large, delta-pro]}\nsystems:\n" + systems
                + "evaluation: {minimum-coverage: 0.5, resamples: 50}\n");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), yaml);
        return home;
    }

    /** Writes, works through and reads until no call is missing. @return how often files went out */
    private int throughFiles(Path home, BatchWorker worker, String... command) throws Exception {
        for (int round = 1; round <= 40; round++) {
            Path target = home.resolve("calls-" + round + ".jsonl");
            CommandLineRun out = CommandLineRun.of(home, with(command, "--requests-out", target.toString()));
            assertThat(out.exit()).as(out.err()).isZero();
            List<Path> written = written(home, "calls-" + round + ".");
            if (written.isEmpty()) {
                return round - 1;
            }
            List<String> results = new ArrayList<>();
            for (Path file : written) {
                worker.work(file).stream()
                        .filter(result -> result.toFile().length() > 0)
                        .forEach(result -> results.add(result.toString()));
            }
            List<String> more = new ArrayList<>(List.of("--results-in"));
            more.addAll(results);
            CommandLineRun in = CommandLineRun.of(home, with(command, more.toArray(String[]::new)));
            assertThat(in.exit()).as(in.err()).isIn(0, 3);
        }
        throw new AssertionError("calls are missing for ever");
    }

    private static List<Path> written(Path home, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void thePeriodIsTheSameByFilesAsBySingleCalls() throws Exception {
        String systems = "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 25}\n";
        Path single = folder.resolve("single");
        Path filed = folder.resolve("filed");
        Files.createDirectories(single.resolve("data"));
        try (SimulatedProvider provider = new SimulatedProvider(single.resolve("data"))) {
            board(single, provider.address(), systems);
            board(filed, provider.address(), systems);
            assertThat(CommandLineRun.of(single, "run").exit()).isZero();
            provider.forget();

            BatchWorker worker = new BatchWorker(provider.address(), 4);
            int rounds = throughFiles(filed, worker, "evaluate");
            assertThat(rounds).isBetween(2, 4);
            assertThat(worker.failed).isPositive();
            assertThat(worker.lost).isPositive();
            assertThat(worker.asked).isEqualTo(100 + worker.failed + worker.lost);
            assertThat(written(filed, "calls-1.")).hasSize(4);
            provider.forget();
            CommandLineRun frozen = CommandLineRun.of(filed, "rescore");
            assertThat(frozen.exit()).as(frozen.err()).isZero();
            assertThat(provider.requests()).isZero();
            assertThat(FileTree.digests(filed.resolve("data/periods")))
                    .isEqualTo(FileTree.digests(single.resolve("data/periods")));

            Files.delete(filed.resolve("runs/2026-11.sqlite"));
            List<Path> first = written(filed, "calls-1.");
            assertThat(CommandLineRun.of(
                                    filed,
                                    "evaluate",
                                    "--requests-out",
                                    first.get(0).toString())
                            .err())
                    .contains("is there already, and may have been sent");
        }
    }

    @Test
    void newItemsAreMadeRoundByRound() throws Exception {
        String systems = "  - {system: schwartz, pool: topics/schwartz.jsonl, items: 8, floor: 0,"
                + " evolve: {budget: 2, topics: 3, explore: 1, depth: 1}}\n";
        Path single = folder.resolve("single");
        Path filed = folder.resolve("filed");
        Files.createDirectories(single.resolve("data"));
        try (SimulatedProvider provider = new SimulatedProvider(single.resolve("data"))) {
            board(single, provider.address(), systems);
            board(filed, provider.address(), systems);
            assertThat(CommandLineRun.of(single, "items", "generate").exit()).isZero();
            int direct = provider.requests();
            BatchWorker worker = new BatchWorker(provider.address(), 3);
            int rounds = throughFiles(filed, worker, "items", "generate");
            assertThat(FileTree.digests(filed.resolve("data/rounds")))
                    .isEqualTo(FileTree.digests(single.resolve("data/rounds")));
            assertThat(rounds)
                    .as("calls that need not wait for one another go together")
                    .isLessThanOrEqualTo(direct / 2);
        }
    }

    /** A judge is asked about an answer when that is there: answers are the first stage, verdicts the second. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recognizer: direct, judge: two                         | 60 | 120", // ten values for each of two
                // points
                "recognizer: llm, judge: two, concept-extractor: one    |  3 | 6", // of each answer that differs; then
                // the marks
            })
    void aJudgeIsAskedInAStageOfItsOwn(String roles, int least, int most) throws Exception {
        try (ProviderRun provider = new ProviderRun(folder, CallFilesTest::played)) {
            provider.configure(List.of("one", "two"), 3, "");
            Path file = folder.resolve("data/leaderboard.yml");
            Files.writeString(file, Files.readString(file).replaceFirst("roles: .*", "roles: {" + roles + "}"));
            BatchWorker worker = new BatchWorker(provider.server.url("/v1").toString(), 5);
            List<Integer> stages = new ArrayList<>();
            String last = "";
            for (int stage = 1; stage < 9; stage++) {
                Path target = folder.resolve("stage-" + stage + ".jsonl");
                String[] args = last.isEmpty()
                        ? new String[] {"evaluate", "--requests-out", target.toString()}
                        : (last + "\n--requests-out\n" + target).split("\n");
                assertThat(provider.run(args).exit()).isZero();
                List<Path> written = written(folder, "stage-" + stage);
                int requests = 0;
                StringBuilder results = new StringBuilder("evaluate\n--results-in");
                for (Path one : written) {
                    requests += Files.readAllLines(one).size();
                    worker.work(one).stream()
                            .filter(result -> result.toFile().length() > 0)
                            .forEach(result -> results.append("\n").append(result));
                }
                if (requests == 0) {
                    break;
                }
                stages.add(requests);
                last = results.toString();
            }
            assertThat(stages.get(0)).isEqualTo(6);
            assertThat(stages.get(1)).isBetween(least, most);
            assertThat(stages).hasSizeGreaterThan(roles.contains("llm") ? 2 : 1);
            CommandLineRun frozen = provider.run("rescore");
            assertThat(frozen.exit()).as(frozen.err() + frozen.out()).isZero();
            Path answered = folder.resolve("single");
            Files.createDirectories(answered.resolve("data"));
            Files.copy(file, answered.resolve("data/leaderboard.yml"));
            assertThat(CommandLineRun.of(answered, "run").exit()).isZero();
            assertThat(FileTree.digests(folder.resolve("data/periods")))
                    .isEqualTo(FileTree.digests(answered.resolve("data/periods")));
        }
    }

    private static MockResponse played(String body) {
        return new MockResponse.Builder()
                .body(PlayedReader.reply(Json.tree(body, "body")))
                .build();
    }

    @Test
    void resultsOfAnotherRunChangeNothing() throws Exception {
        try (ProviderRun provider = new ProviderRun(folder, ProviderRun::opinion)) {
            provider.configure(List.of("one"), 3, "");
            Path target = folder.resolve("calls.jsonl");
            assertThat(provider.run("evaluate", "--requests-out", target.toString())
                            .out())
                    .contains("3 requests of one at web: " + target);
            assertThat(Files.readAllLines(target))
                    .hasSize(3)
                    .allMatch(line -> line.contains("\"url\":\"/v1/chat/completions\"") && !line.contains("stream"));
            List<Path> results = new BatchWorker(provider.server.url("/v1").toString(), 1).work(target);
            List<String> lines = new ArrayList<>(Files.readAllLines(results.get(0)));
            Path mixed = folder.resolve("mixed.jsonl");
            String stranger = lines.get(0).replaceAll("\"custom_id\":\"\\w{4}", "\"custom_id\":\"0000");
            lines.add(1, stranger);
            Files.write(mixed, lines);
            CommandLineRun refused = provider.run("evaluate", "--results-in", mixed.toString());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(mixed + ":2: custom_id 0000")
                    .contains("is of a call that this run does not make");
            lines.set(1, lines.get(0));
            Files.writeString(mixed, String.join("\n", lines) + "\n" + stranger.substring(0, 40));
            CommandLineRun taken = provider.run("evaluate", "--results-in", mixed.toString());
            assertThat(taken.exit()).as(taken.err()).isZero();
            assertThat(taken.err()).contains("1 that stand twice").contains(":5: the last line is torn");
            assertThat(provider.run(
                                    "evaluate",
                                    "--requests-out",
                                    folder.resolve("none.jsonl").toString())
                            .out())
                    .contains("no call is missing");
            assertThat(folder.resolve("none.jsonl")).doesNotExist();
            assertThat(provider.run("evaluate", "--results-in", mixed.toString())
                            .exit())
                    .as("what was read may be read again")
                    .isZero();
        }
    }
}
