package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation in parts, each with a store of its own, and what the parts make together. */
@Tag("slow")
class ShardsTest {
    private static final int SHARDS = 4;
    private static final List<String> ALL = List.of("schwartz", "mft", "unique", "safety");

    @TempDir
    Path folder;

    private static void simulated(Path home, List<String> systems, String more) throws IOException {
        StringBuilder yaml = new StringBuilder(
                "title: {name: Small}\nendpoints:\n  - {id: panel, kind: simulated, file: simulated/panel.yml}\nexaminees:\n");
        for (String model : List.of("aurora-large", "borealis-8b", "ember-1")) {
            yaml.append("  - {id: %s, name: %s, endpoint: panel, model: %s, developer: D, access: open, type: chat}%n"
                    .formatted(model, model, model));
        }
        yaml.append("roles: {recognizer: embedded}\nsystems:\n");
        for (String system : systems) {
            yaml.append("  - {system: %s, pool: topics/%s.jsonl, items: 4}%n".formatted(system, system));
        }
        Files.createDirectories(home.resolve("data"));
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                yaml.append("sampling: {samples: 2}\nevaluation: {minimum-coverage: 0.3" + more + "}\n"));
    }

    private static void evolve(Path home, String system) throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "{recognizer: embedded}",
                                "{recognizer: embedded, explorers: [ember-1], scorers: [aurora-large, borealis-8b]}")
                        .replace(
                                system + ".jsonl, items: 4",
                                system + ".jsonl, items: 4, evolve: {budget: 3, depth: 1}"));
    }

    /** Evaluates shards, each into a folder of its own. */
    private List<String> evaluate(Path home, int... numbers) throws IOException {
        List<String> folders = new ArrayList<>();
        for (int number : numbers) {
            Path runs = home.resolve("shard-" + number);
            CommandLineRun run = CommandLineRun.of(
                    home, "evaluate", "--shard", number + "/" + SHARDS, "--runs", runs.toString(), "--json");
            assertThat(run.exit()).as(run.err()).isIn(0, 3);
            folders.add(runs.toString());
        }
        return folders;
    }

    private static CommandLineRun merge(Path home, List<String> folders) {
        List<String> args = new ArrayList<>(List.of("merge"));
        args.addAll(folders);
        return CommandLineRun.of(home, args.toArray(String[]::new));
    }

    @Test
    void fourShardsMergedEqualOneRunByteForByte() throws IOException {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");
        for (Path home : List.of(one, four)) {
            simulated(home, ALL, "");
            evolve(home, "mft");
        }
        CommandLineRun run = CommandLineRun.of(one, "run");
        assertThat(run.exit()).as(run.err()).isZero();

        CommandLineRun early = CommandLineRun.of(four, "evaluate", "--shard", "1/4");
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err()).contains("the items of mft in 2026-11 have not been made", "compass items generate");
        assertThat(CommandLineRun.of(four, "items", "generate").exit()).isZero();
        Path board = four.resolve("data/leaderboard.yml");
        String text = Files.readString(board);
        Files.writeString(board, text.replaceFirst("budget: \\d+", "budget: 7"));
        CommandLineRun changed = CommandLineRun.of(four, "evaluate", "--shard", "1/4");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("the items of mft were made with other settings");
        Files.writeString(board, text);
        List<String> shards = evaluate(four, 1, 2, 3, 4);
        assertThat(four.resolve("data/periods")).doesNotExist();
        assertThat(four.resolve("public")).doesNotExist();
        CommandLineRun merged = merge(four, shards);

        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        SortedMap<String, String> periods = FileTree.digests(four.resolve("data/periods"));
        SortedMap<String, String> site = FileTree.digests(four.resolve("public"));
        assertThat(periods)
                .isEqualTo(FileTree.digests(one.resolve("data/periods")))
                .isNotEmpty();
        assertThat(site).isEqualTo(FileTree.digests(one.resolve("public"))).containsKey("index.html");

        CommandLineRun again = merge(four, List.of(shards.get(2), shards.get(0), shards.get(0)));
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains(": 0 new, ").doesNotContain(": 1 new");
        assertThat(FileTree.digests(four.resolve("data/periods"))).isEqualTo(periods);
        assertThat(FileTree.digests(four.resolve("public"))).isEqualTo(site);

        CommandLineRun whole = CommandLineRun.of(four, "run", "--json");
        assertThat(Json.tree(whole.out(), "run").at("/effort/calls").asLong())
                .as("a run finds all that the shards asked")
                .isZero();
    }

    @Test
    void aShardThatIsMissingIsNamedAndNothingIsPublishedUntilItIsThere() throws IOException {
        Path home = folder.resolve("home");
        simulated(home, List.of("mft"), "");
        List<String> shards = new ArrayList<>(evaluate(home, 1, 2, 4));

        CommandLineRun merged = merge(home, shards);

        assertThat(merged.exit()).as(merged.err()).isEqualTo(3);
        assertThat(merged.out())
                .contains("incomplete: nothing was published")
                .contains("aurora-large on mft: ")
                .contains(" of 8 answers are not in the store")
                .contains("shard 3/4 is not among them")
                .doesNotContain("shard 2/4");
        assertThat(home.resolve("data/periods")).doesNotExist();
        shards.addAll(evaluate(home, 3));
        merged = merge(home, shards.subList(3, 4));
        assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
        assertThat(home.resolve("public/index.html")).isRegularFile();
    }

    @Test
    void oneModelIsAskedAloneAndTheOthersAreMissedByNameUntilTheyWereAskedToo() throws IOException {
        Path home = folder.resolve("home");
        simulated(home, List.of("mft"), "");
        String runs = home.resolve("alone").toString();
        CommandLineRun alone =
                CommandLineRun.of(home, "evaluate", "--period", "2026-11", "--runs", runs, "--model", "aurora-large");
        assertThat(alone.exit()).as(alone.err()).isZero();

        CommandLineRun merged = CommandLineRun.of(home, "merge", "--period", "2026-11", runs);
        assertThat(merged.exit()).as(merged.err()).isEqualTo(3);
        assertThat(merged.out())
                .contains("borealis-8b on mft: ", "was not finished")
                .doesNotContain("aurora-large on mft");
        assertThat(home.resolve("data/periods")).doesNotExist();

        CommandLineRun unknown = CommandLineRun.of(home, "evaluate", "--runs", runs, "--model", "aurora-larg");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("--model aurora-larg is not an examinee", "aurora-large");
    }

    @Test
    void aStoreOfAnotherExperimentIsRefusedWithTheDifferenceAndNothingIsTaken() throws IOException {
        Path home = folder.resolve("home");
        Path other = folder.resolve("other");
        simulated(home, List.of("mft"), "");
        simulated(other, List.of("mft"), ", seed: 7");
        List<String> shards = evaluate(home, 1, 2, 3);
        shards = new ArrayList<>(shards);
        shards.addAll(evaluate(other, 4));

        CommandLineRun merged = merge(home, shards);

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains("other/shard-4/2026-11.sqlite: belongs to another experiment: model aurora-large is ")
                .contains(" elsewhere; merge with the leaderboard file, data and seed");
        assertThat(home.resolve("data/periods")).doesNotExist();
        assertThat(merge(home, evaluate(home, 1, 2, 3, 4)).exit()).isZero();
    }

    @Test
    void aFolderWithoutTheStoreOfThePeriodIsRefused() throws IOException {
        Path home = folder.resolve("home");
        simulated(home, List.of("mft"), "");
        List<String> shards = evaluate(home, 1);

        CommandLineRun merged = CommandLineRun.of(
                home,
                "merge",
                "--period",
                "2026-12",
                shards.get(0),
                home.resolve("none").toString());

        assertThat(merged.exit()).isEqualTo(1);
        assertThat(merged.err())
                .contains("shard-1: holds no run store of 2026-12; stores there: 2026-11.sqlite")
                .contains("none: holds no run store of 2026-12; stores there: none, it is no folder")
                .contains("2 mistakes");
        CommandLineRun usage = CommandLineRun.of(home, "evaluate", "--shard", "5/4");
        assertThat(usage.exit()).isEqualTo(2);
        assertThat(usage.err()).contains("--shard 5/4").contains("such as 2/4");
    }

    /** Every seventh question or so breaks the server, so what failed has to come out the same too. */
    private static MockResponse sometimes(String body) {
        return body.hashCode() % 7 == 0
                ? new MockResponse.Builder()
                        .code(400)
                        .body("{\"error\":{\"message\":\"no\"}}")
                        .build()
                : ProviderRun.opinion(body);
    }

    @Test
    void failuresAndTokensComeOutTheSameAndAMergeSendsNothing() throws IOException {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");
        try (ProviderRun provider = new ProviderRun(one, ShardsTest::sometimes)) {
            provider.configure(List.of("m1", "m2"), 30, "");
            Files.createDirectories(four.resolve("data"));
            Files.copy(one.resolve("data/leaderboard.yml"), four.resolve("data/leaderboard.yml"));
            assertThat(provider.run("run").exit()).isZero();
            int calls = provider.asked();
            assertThat(calls).isEqualTo(60);

            List<String> shards = evaluate(four, 1, 2, 3, 4);
            assertThat(provider.asked()).isEqualTo(2 * calls);
            CommandLineRun merged = merge(four, shards);

            assertThat(merged.exit()).as(merged.err() + merged.out()).isZero();
            assertThat(provider.asked()).isEqualTo(2 * calls);
            assertThat(FileTree.digests(four.resolve("data/periods")))
                    .isEqualTo(FileTree.digests(one.resolve("data/periods")));
            assertThat(Files.readString(four.resolve("data/periods/2026-11/labels/m1.jsonl")))
                    .contains("PROVIDER_ERROR");
        }
    }
}
