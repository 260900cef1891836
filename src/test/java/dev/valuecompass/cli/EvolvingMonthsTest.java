package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.launcher.ShippedLeaderboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
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

    private static void configure(Path folder) throws IOException {
        new SmallPanel()
                .system("schwartz", "items: 10, floor: 0, evolve: {budget: 8, topics: 5, explore: 2, depth: 1}")
                .write(folder);
    }

    private static CommandLineRun month(Path folder, String period) {
        return CommandLineRun.of(folder, "run", "--period", period);
    }

    private List<JsonNode> systems(String period) throws IOException {
        Path file = home.resolve("data/periods").resolve(period).resolve("snapshot.json");
        return List.copyOf(
                Json.tree(Files.readString(file), "snapshot").get("systems").values());
    }

    private List<JsonNode> items(String period, String system) throws IOException {
        Path file = home.resolve("data/periods").resolve(period).resolve("items.jsonl");
        return Files.readAllLines(file).stream()
                .map(line -> Json.tree(line, "items").get("item"))
                .filter(item -> item.get("system").stringValue().equals(system))
                .toList();
    }

    private static Set<String> texts(List<JsonNode> items) {
        return items.stream().map(item -> item.get("text").stringValue()).collect(Collectors.toSet());
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

    /** The leaderboard that ships, with few items and nine models; on as few topics that June comes back to those of May. */
    @Test
    void juneSharesAnchorsAloneAndGoesOnWithWhatMayLearnt() throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        ShippedLeaderboard.writeSmall(file, "ember-1-think", "fjord-22b", "fjord-3b");
        Files.writeString(file, Files.readString(file).replace("topics: 20", "topics: 4"));
        assertThat(month(home, MAY).exit()).isZero();
        CommandLineRun run = month(home, JUNE);
        assertThat(run.exit()).as(run.err()).isZero();

        List<JsonNode> may = systems(MAY);
        List<JsonNode> june = systems(JUNE);
        assertThat(june).hasSize(4);
        for (int i = 0; i < june.size(); i++) {
            String system = june.get(i).at("/system/id").stringValue();
            asksNewItemsButForAnchors(june.get(i), system);
            goesOn(may.get(i).get("evolution"), june.get(i).get("evolution"));
            JsonNode mixture = june.get(i).at("/evolution/mixture");
            int fresh = mixture.get("fresh").asInt();
            int anchors = mixture.get("anchors").asInt();
            int pool = mixture.get("pool").asInt();
            assertThat(run.err())
                    .contains("%s: %d new items, %d anchors, %d of the pool".formatted(system, fresh, anchors, pool));
            String page = "2026-06/items/" + system + "/index.html";
            assertThat(Files.readString(home.resolve("public").resolve(page)))
                    .contains("%d made for this period, %d anchors from the period before, %d from the pool"
                            .formatted(fresh, anchors, pool));
            assertThat(Files.readString(home.resolve("public/zh").resolve(page)))
                    .contains("本期新题 %d 道，沿用上一时期的锚定题 %d 道，取自起始题库 %d 道".formatted(fresh, anchors, pool));
        }
        assertThat(run.err()).contains("went on with what 2026-05 learnt");
        assertThat(CommandLineRun.of(home, "verify", JUNE).exit()).isZero();
    }

    private void asksNewItemsButForAnchors(JsonNode result, String system) throws IOException {
        Set<String> before = texts(items(MAY, system));
        List<JsonNode> items = items(JUNE, system);
        Map<String, Integer> ofDimension = new HashMap<>();
        for (JsonNode item : items) {
            assertThat(before.contains(item.get("text").stringValue()))
                    .as(item.get("text").stringValue())
                    .isEqualTo(item.get("anchor").asBoolean());
            item.get("dimensions").forEach(id -> ofDimension.merge(id.stringValue(), 1, Integer::sum));
        }
        JsonNode mixture = result.at("/evolution/mixture");
        int floor =
                mixture.get("wanted").asInt() / result.at("/system/dimensions").size() / 2;
        result.at("/system/dimensions")
                .forEach(dimension -> assertThat(
                                ofDimension.getOrDefault(dimension.get("id").stringValue(), 0))
                        .as(dimension.get("id").stringValue())
                        .isGreaterThanOrEqualTo(floor));
        assertThat(mixture.get("anchors").asInt()).isPositive();
        assertThat(mixture.get("fresh").asInt()).as(system).isGreaterThanOrEqualTo((int) Math.ceil(0.6 * items.size()));
        assertThat(mixture.get("fresh").asInt()
                        + mixture.get("anchors").asInt()
                        + mixture.get("pool").asInt())
                .isEqualTo(items.size());
    }

    /** Each month takes up as many topics, and June counts those of May. */
    private static void goesOn(JsonNode may, JsonNode june) {
        assertThat(may.has("continues")).isFalse();
        assertThat(june.get("continues").stringValue()).isEqualTo(MAY);
        Map<String, Integer> first = pulls(may);
        Map<String, Integer> second = pulls(june);
        assertThat(sum(first.values())).isPositive();
        assertThat(sum(second.values())).isEqualTo(2 * sum(first.values()));
        first.forEach((topic, count) -> assertThat(second.get(topic)).isGreaterThanOrEqualTo(count));
    }

    /** Without anything frozen before, only the name of the month differs. */
    @Test
    void anotherMonthIsAnotherRoundAndTheSameMonthTheSameBytes(@TempDir Path again) throws IOException {
        configure(home);
        configure(again);
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
        SortedMap<String, String> made = FileTree.digests(again.resolve("data/rounds"));
        assertThat(both).containsAllEntriesOf(made);
        aSecondTimeThereIsNothingToDo(again, made);
    }

    /** Nor with no store of answers, as in a fresh checkout; what is deleted is made again, the same. */
    private static void aSecondTimeThereIsNothingToDo(Path folder, SortedMap<String, String> made) throws IOException {
        FileTree.delete(folder.resolve("runs"));
        CommandLineRun second = CommandLineRun.of(folder, "items", "generate", "--period", JUNE);
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).contains("the items of schwartz in 2026-06 are made: ", "nothing to do, 0 calls");
        Files.delete(folder.resolve("data/rounds/2026-06/schwartz.json"));
        CommandLineRun third = CommandLineRun.of(folder, "items", "generate", "--period", JUNE);
        assertThat(third.out()).contains("items kept of").doesNotContain("nothing to do");
        assertThat(FileTree.digests(folder.resolve("data/rounds"))).isEqualTo(made);
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
