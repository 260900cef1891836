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

/** New items, as a user makes them. */
@Tag("slow")
class ItemsGenerateCommandTest {
    private static final String EVOLVE = "{budget: 5, topics: 4, explore: 2, depth: 1}";

    @TempDir
    Path home;

    /** The run makes what is missing; made again on purpose it asks nothing and comes out the same. */
    @Test
    void theRunAsksNewItemsAndNothingTwice() throws IOException {
        configure("delta-pro", EVOLVE);

        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err()).isZero();
        SortedMap<String, String> made = FileTree.digests(home.resolve("data/rounds"));
        SortedMap<String, String> periods = FileTree.digests(home.resolve("data/periods"));
        CommandLineRun again = CommandLineRun.of(home, "items", "generate", "--json");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(calls(again)).isZero();
        assertThat(FileTree.digests(home.resolve("data/rounds")))
                .isEqualTo(made)
                .containsOnlyKeys("2026-11/schwartz.json", "2026-11/schwartz.jsonl");
        assertThat(Files.readString(home.resolve("data/periods/2026-11/items.jsonl")))
                .contains("\"generator\":\"adaem\"")
                .doesNotContain("\"generator\":\"pool\"");
        assertThat(Files.readString(home.resolve("data/rounds/2026-11/schwartz.json")))
                .contains("\"terms\" : \"Jensen-Shannon divergence\"", "\"synthetic\" : true");
        frozenWithItsCurve();
        assertThat(CommandLineRun.of(home, "run").exit()).isZero();
        assertThat(FileTree.digests(home.resolve("data/periods"))).isEqualTo(periods);

        configure("delta-pro", EVOLVE.replace("explore: 2", "explore: 1"));
        CommandLineRun changed = CommandLineRun.of(home, "run");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("the frozen period 2026-11 would change");
        CommandLineRun replacing = CommandLineRun.of(home, "run", "--replace-synthetic");
        assertThat(replacing.exit()).isEqualTo(1);
        assertThat(replacing.err()).contains("were made with other settings", "compass items generate");
    }

    /** The period and its page tell how the items came about: a place for each of the five pulls, and each item's path. */
    private void frozenWithItsCurve() throws IOException {
        JsonNode way = Json.tree(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")), "snapshot")
                .get("systems")
                .get(0)
                .get("evolution");
        assertThat(way.get("worth").stringValue()).isEqualTo("Jensen-Shannon divergence");
        assertThat(way.get("rewards").size()).isEqualTo(5);
        assertThat(way.get("best").get(4).asDouble())
                .isGreaterThan(way.get("initial").asDouble());
        assertThat(Files.readAllLines(home.resolve("data/periods/2026-11/items.jsonl")))
                .allMatch(line -> line.contains("\"path\":[{\"text\":\""))
                .allMatch(line -> line.contains("\"divergence\":"));
        assertThat(Files.readString(home.resolve("public/2026-11/items/schwartz/index.html")))
                .contains("class=\"growth-best\"", "After 5 pulls");
        assertThat(CommandLineRun.of(home, "verify", "2026-11").exit()).isZero();
    }

    @Test
    void storiesAreLedToWhereModelsDiffer() throws IOException {
        new SmallPanel()
                .system("mft", "items: 10, floor: 0, evolve: {budget: 20, topics: 15, depth: 2}")
                .write(home);
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(home.resolve("data/rounds/2026-11/mft.json")))
                .contains("\"method\" : \"denevil\"", "entropy of the recogniser's labels");
        assertThat(Files.readAllLines(home.resolve("data/periods/2026-11/items.jsonl")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"generator\":\"denevil\"") && line.contains("\"rewardBefore\":"))
                .allMatch(line -> line.contains("\"path\":[{\"text\":\""));
        assertThat(Files.readString(home.resolve("public/2026-11/items/mft/index.html")))
                .contains("DENEVIL", "entropy");
        CommandLineRun again = CommandLineRun.of(home, "items", "generate", "--json");
        assertThat(calls(again)).isZero();
    }

    /** A round that is cut is none: nothing of it is kept but its calls, and the next run makes it whole. */
    @Test
    void r21TheDeadlineOfARunEndsTheMakingOfItemsToo() throws IOException {
        new SmallPanel()
                .system("mft", "items: 10, evolve: {budget: 30, topics: 15, depth: 3, gain: 0.01}")
                .write(home);
        CommandLineRun cut = CommandLineRun.of(home, "run", "--stop-after", "1s");
        assertThat(cut.exit()).as(cut.err()).isEqualTo(3);
        assertThat(cut.out()).contains("The time of the run is up", "nothing was published");
        assertThat(cut.err()).contains("while new items are being made");
        assertThat(home.resolve("data/rounds")).doesNotExist();
        assertThat(home.resolve("data/periods/2026-11")).doesNotExist();
        CommandLineRun generate = CommandLineRun.of(home, "items", "generate", "--stop-after", "1s");
        assertThat(generate.exit()).as(generate.err()).isEqualTo(3);
        assertThat(generate.out()).contains("incomplete: the same command goes on from here");
        assertThat(home.resolve("data/rounds")).doesNotExist();
        CommandLineRun whole = CommandLineRun.of(home, "items", "generate");
        assertThat(whole.exit()).as(whole.err()).isZero();
        assertThat(home.resolve("data/rounds/2026-11/mft.json")).exists();
    }

    /** Scorers that answer nothing leave nothing to choose by. */
    @Test
    void whereNobodyMakesSenseNoItemIsMade() throws IOException {
        new SmallPanel()
                .serving("aurora-mini", "nobody")
                .serving("borealis-8b", "no-one")
                .system("schwartz", "items: 8, evolve: " + EVOLVE)
                .write(home);
        CommandLineRun generate = CommandLineRun.of(home, "items", "generate");
        assertThat(generate.exit()).isEqualTo(1);
        assertThat(generate.err())
                .contains("no item could be made", "aurora-mini never gave a usable answer", "compass doctor");
        assertThat(home.resolve("data/rounds/2026-11/schwartz.json")).doesNotExist();
    }

    @Test
    void anEvolutionNeedsItsRoles() throws IOException {
        configure("delta-pro", EVOLVE);
        Path file = home.resolve("data/leaderboard.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("explorers: \\[[^]]*]", "explorers: []")
                        .replaceAll("scorers: \\[[^]]*]", "scorers: [delta-pro]"));
        CommandLineRun generate = CommandLineRun.of(home, "items", "generate");
        assertThat(generate.exit()).isEqualTo(2);
        assertThat(generate.err()).contains("no model explores", "fewer than two models score");
    }

    @Test
    void aModelThatNeverAnswersIsNamed() throws IOException {
        configure("nobody", EVOLVE);
        CommandLineRun generate = CommandLineRun.of(home, "items", "generate");
        assertThat(generate.exit()).as(generate.err()).isZero();
        assertThat(generate.out()).contains("delta-pro never gave a usable answer", "items kept of");
        assertThat(generate.err()).contains("is not asked any more");
    }

    @Test
    void aLeaderboardThatDoesNotEvolveSaysHowItCould() throws IOException {
        configure("delta-pro", "");
        CommandLineRun generate = CommandLineRun.of(home, "items", "generate");
        assertThat(generate.exit()).isEqualTo(2);
        assertThat(generate.err()).contains("no system evolves", "evolve:");
    }

    private static long calls(CommandLineRun run) {
        JsonNode report = Json.tree(run.out(), "report");
        return report.get("calls").asLong();
    }

    /** @param last the name under which the third scorer is asked */
    private void configure(String last, String evolve) throws IOException {
        new SmallPanel()
                .serving("delta-pro", last)
                .system("schwartz", "items: 8" + (evolve.isEmpty() ? "" : ", floor: 0, evolve: " + evolve))
                .write(home);
    }
}
