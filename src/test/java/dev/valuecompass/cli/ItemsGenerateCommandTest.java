package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** New items, as a user makes them. */
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
                .contains("\"terms\" : \"stand-ins\"", "\"synthetic\" : true");
        assertThat(CommandLineRun.of(home, "run").exit()).isZero();
        assertThat(FileTree.digests(home.resolve("data/periods"))).isEqualTo(periods);

        configure("delta-pro", EVOLVE.replace("explore: 2", "explore: 1"));
        CommandLineRun changed = CommandLineRun.of(home, "run");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("were made with other settings", "compass items generate");
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
        Files.createDirectories(home.resolve("data"));
        StringBuilder examinees = new StringBuilder();
        for (String model : new String[] {"aurora-large", "aurora-mini", "borealis-8b", "delta-pro"}) {
            examinees.append(
                    "  - {id: %s, name: %s, endpoint: simulated, model: %s, developer: Maker, access: open, type: chat}%n"
                            .formatted(model, model, model.equals("delta-pro") ? last : model));
        }
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                "title: {name: Small}\nendpoints:\n  - {id: simulated, kind: simulated, file: simulated/contexts.yml}\n"
                        + "examinees:\n" + examinees
                        + "roles: {recognizer: embedded, explorers: [aurora-mini, borealis-8b],"
                        + " scorers: [aurora-large, borealis-8b, delta-pro]}\n"
                        + "systems:\n  - {system: schwartz, pool: topics/schwartz.jsonl, items: 8"
                        + (evolve.isEmpty() ? "" : ", evolve: " + evolve) + "}\n"
                        + "evaluation: {minimum-coverage: 0.5}\n");
    }
}
