package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same configuration in one month and in the next: each has items of its own, and the second learns from the first. */
@Tag("slow")
class EvolvingMonthsTest {
    private static final String MAY = "2026-05";
    private static final String JUNE = "2026-06";

    @TempDir
    Path home;

    private static void configure(Path folder, String floor) throws IOException {
        new SmallPanel()
                .system(
                        "schwartz",
                        "items: 10, floor: " + floor + ", evolve: {budget: 8, topics: 5, explore: 2, depth: 1}")
                .write(folder);
    }

    private static CommandLineRun month(Path folder, String period) {
        return CommandLineRun.of(folder, "run", "--period", period);
    }

    private JsonNode evolution(String period) throws IOException {
        Path file = home.resolve("data/periods").resolve(period).resolve("snapshot.json");
        return Json.tree(Files.readString(file), "snapshot").at("/systems/0/evolution");
    }

    private List<JsonNode> items(String period) throws IOException {
        Path file = home.resolve("data/periods").resolve(period).resolve("items.jsonl");
        return Files.readAllLines(file).stream()
                .map(line -> Json.tree(line, "items"))
                .toList();
    }

    private static Map<String, Integer> pulls(JsonNode evolution) {
        Map<String, Integer> pulls = new HashMap<>();
        evolution
                .get("arms")
                .forEach(arm -> pulls.put(
                        arm.get("topic").stringValue(), arm.get("pulls").asInt()));
        return pulls;
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(n -> n).sum();
    }

    @Test
    void juneSharesAnchorsAloneAndGoesOnWithWhatMayLearnt() throws IOException {
        configure(home, "2");
        assertThat(month(home, MAY).exit()).isZero();
        CommandLineRun june = month(home, JUNE);
        assertThat(june.exit()).as(june.err()).isZero();

        Set<String> may = new HashSet<>();
        items(MAY).forEach(item -> may.add(item.at("/item/text").stringValue()));
        for (JsonNode item : items(JUNE)) {
            assertThat(may.contains(item.at("/item/text").stringValue()))
                    .as(item.at("/item/text").stringValue())
                    .isEqualTo(item.at("/item/anchor").asBoolean());
        }
        JsonNode mixture = evolution(JUNE).get("mixture");
        assertThat(mixture.get("wanted").asInt()).isEqualTo(10);
        assertThat(mixture.get("anchors").asInt()).isEqualTo(2);
        assertThat(mixture.get("fresh").asInt()
                        + mixture.get("anchors").asInt()
                        + mixture.get("pool").asInt())
                .isEqualTo(items(JUNE).size());
        assertThat(june.err())
                .contains("schwartz: " + mixture.get("fresh").asInt() + " new items, 2 anchors, ")
                .contains("went on with what 2026-05 learnt");

        // Eight pulls each, on the same five topics: all of May's count in June.
        Map<String, Integer> first = pulls(evolution(MAY));
        Map<String, Integer> second = pulls(evolution(JUNE));
        assertThat(evolution(MAY).has("continues")).isFalse();
        assertThat(evolution(JUNE).get("continues").stringValue()).isEqualTo(MAY);
        assertThat(first).hasSize(5);
        assertThat(sum(first.values())).isEqualTo(8);
        assertThat(sum(second.values())).isEqualTo(16);
        first.forEach((topic, count) -> assertThat(second.get(topic)).isGreaterThanOrEqualTo(count));
        assertThat(CommandLineRun.of(home, "verify", JUNE).exit()).isZero();
    }

    /** Without anything frozen before, only the name of the month differs. */
    @Test
    void anotherMonthIsAnotherRoundAndTheSameMonthTheSameBytes(@TempDir Path again) throws IOException {
        configure(home, "0");
        configure(again, "0");
        for (String period : List.of(MAY, JUNE)) {
            assertThat(CommandLineRun.of(home, "items", "generate", "--period", period)
                            .exit())
                    .isZero();
        }
        assertThat(CommandLineRun.of(again, "items", "generate", "--period", JUNE)
                        .exit())
                .isZero();
        SortedMap<String, String> both = FileTree.digests(home.resolve("data/rounds"));
        assertThat(both.get("2026-05/schwartz.jsonl")).isNotEqualTo(both.get("2026-06/schwartz.jsonl"));
        assertThat(both).containsAllEntriesOf(FileTree.digests(again.resolve("data/rounds")));
    }

    /** Neither made nor in the pool: five of care are wanted, and the pool has one. */
    @Test
    void aDimensionBelowItsFloorEndsTheRunBeforeAnybodyIsAsked() throws IOException {
        new SmallPanel()
                .system("mft", "items: 25, floor: 5, evolve: {budget: 1, topics: 1, depth: 1}")
                .write(home);
        Path pool = home.resolve("data/topics/mft.jsonl");
        Files.createDirectories(pool.getParent());
        List<String> shipped = Files.readAllLines(Path.of("data/topics/mft.jsonl"));
        Files.write(
                pool,
                shipped.stream()
                        .filter(line -> !line.contains("\"care\"") || line.contains("mft-care-001"))
                        .toList());
        CommandLineRun run = month(home, MAY);
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("items of care are missing; the floor is 5", "Raise the budget");
        assertThat(home.resolve("data/periods/2026-05")).doesNotExist();
    }
}
