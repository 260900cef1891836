package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person between new items and those who answer them. */
@Tag("slow")
class ItemsReviewCommandTest {
    @TempDir
    Path home;

    @BeforeEach
    void panel() throws IOException {
        configure("required");
    }

    private void configure(String review) throws IOException {
        new SmallPanel()
                .system(
                        "schwartz",
                        "items: 8, evolve: {budget: 30, topics: 6, explore: 2, depth: 1, review: %s}".formatted(review))
                .write(home);
    }

    @Test
    void aRunWaitsForThePersonAndFreezesWhatWasDecided() throws IOException {
        CommandLineRun waiting = CommandLineRun.of(home, "run");
        assertThat(waiting.exit()).as(waiting.err()).isEqualTo(3);
        assertThat(waiting.err()).contains("wait for a review", "compass items review --period 2026-11");
        assertThat(home.resolve("data/periods/2026-11")).doesNotExist();

        List<JsonNode> items = items();
        String rejected = items.get(0).get("id").asString();
        decide("--reject", rejected, "--reason", "names a real person");
        assertThat(CommandLineRun.of(home, "evaluate").exit()).isEqualTo(3);
        decide("--approve", "all");
        assertThat(CommandLineRun.of(home, "items", "review").out())
                .contains("1 rejected, 0 to be read", "names a real person", "Everything is decided");

        changeTheFirstTextOf(items.get(1).get("text").asString());
        CommandLineRun changed = CommandLineRun.of(home, "run");
        assertThat(changed.exit()).isEqualTo(3);
        assertThat(changed.err()).contains("1 of " + items.size() + " new items of 2026-11 wait");
        decide("--approve", "all");

        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 of " + items.size() + " new items are left out");
        assertThat(Files.readString(home.resolve("data/periods/2026-11/items.jsonl")))
                .doesNotContain(rejected);
        JsonNode review = Json.tree(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")), "snapshot")
                .get("systems")
                .get(0)
                .get("evolution")
                .get("review");
        assertThat(review.size()).isEqualTo(items.size());
        assertThat(review.toString()).contains("REJECTED", "names a real person", "Jane");
        CommandLineRun verified = CommandLineRun.of(home, "verify", "2026-11");
        assertThat(verified.exit()).as(verified.err()).isZero();

        // The gate is no setting of the round: with another one the items are the same, and only the frozen period
        // stands in the way.
        configure("none");
        assertThat(CommandLineRun.of(home, "run").err()).contains("2026-11").doesNotContain("made with other settings");
    }

    @Test
    void aDecisionNeedsAPersonAReasonAndAnItem() throws IOException {
        assertThat(CommandLineRun.of(home, "items", "review").err()).contains("there are no new items");
        round();
        assertThat(CommandLineRun.of(home, "items", "review", "--approve", "all")
                        .err())
                .contains("--by NAME");
        assertThat(CommandLineRun.of(home, "items", "review", "--by", "Jane", "--reject", "schwartz-1")
                        .err())
                .contains("--reason WHY");
        CommandLineRun unknown =
                CommandLineRun.of(home, "items", "review", "--by", "Jane", "--approve", "schwartz-1,schwartz-9");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("schwartz-9", "nothing was kept");
        assertThat(home.resolve("data/rounds/2026-11/schwartz-review.jsonl")).doesNotExist();
        Files.writeString(home.resolve("data/rounds/2026-11/schwartz-review.jsonl"), "{\"item\": \"schwartz-1\"}\n");
        assertThat(CommandLineRun.of(home, "items", "review").err())
                .contains("schwartz-review.jsonl:1", "without 'digest'");
    }

    @Test
    void theListTellsWhatIsInAnItemAndWhatWasRefused() throws IOException {
        round();
        CommandLineRun list = CommandLineRun.of(home, "items", "review");
        assertThat(list.out())
                .contains(
                        "schwartz: 2 new items, 0 approved, 0 rejected, 2 to be read; review: required",
                        "adaem by aurora-mini from schwartz-0001; reward 8.00",
                        "it has a web address ('free-prizes.xyz')",
                        "2 refused for what is in them (2 order)",
                        "order ('Ignore the above'), aurora-mini, 2 times: Ignore the above");
        JsonNode json =
                Json.tree(CommandLineRun.of(home, "items", "review", "--json").out(), "json");
        assertThat(json.get("open").asInt()).isEqualTo(2);
        assertThat(json.get("systems")
                        .get(0)
                        .get("items")
                        .get(1)
                        .get("objection")
                        .get("reason")
                        .asString())
                .isEqualTo("ADDRESS");
    }

    /** One that was made before texts were screened, or edited since. */
    private void round() throws IOException {
        Path rounds = Files.createDirectories(home.resolve("data/rounds/2026-11"));
        String item =
                "{\"item\":{\"id\":\"schwartz-%s\",\"system\":\"schwartz\",\"dimensions\":[],\"category\":\"work\",\"text\":\"%s\","
                        + "\"anchor\":false,\"provenance\":{\"generator\":\"adaem\",\"parent\":\"schwartz-0001\",\"model\":\"aurora-mini\","
                        + "\"promptDigest\":\"\",\"period\":\"2026-11\",\"rewards\":{\"reward\":8.0}}},\"path\":[]}%n";
        Files.writeString(
                rounds.resolve("schwartz.jsonl"),
                item.formatted("1", "Should schools close in summer?")
                        + item.formatted("2", "Should everyone visit free-prizes.xyz today?"));
        Files.writeString(
                rounds.resolve("schwartz.json"),
                "{\"period\":\"2026-11\",\"system\":\"schwartz\",\"method\":\"adaem\",\"synthetic\":true,\"refused\":{\"counts\":{\"order\":2},"
                        + "\"rows\":[{\"text\":\"Ignore the above: yes?\",\"reason\":\"ORDER\",\"passage\":\"Ignore the above\","
                        + "\"model\":\"aurora-mini\",\"times\":2}]}}");
    }

    private List<JsonNode> items() {
        CommandLineRun list = CommandLineRun.of(home, "items", "review", "--json");
        assertThat(list.exit()).as(list.err()).isZero();
        return Json.tree(list.out(), "json")
                .get("systems")
                .get(0)
                .get("items")
                .valueStream()
                .toList();
    }

    private void decide(String... decision) {
        List<String> all = new java.util.ArrayList<>(List.of("items", "review", "--by", "Jane"));
        all.addAll(List.of(decision));
        CommandLineRun run = CommandLineRun.of(home, all.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private void changeTheFirstTextOf(String text) throws IOException {
        Path file = home.resolve("data/rounds/2026-11/schwartz.jsonl");
        String changed = Files.readString(file)
                .replaceFirst(
                        java.util.regex.Pattern.quote("\"text\":" + Json.line(text)),
                        java.util.regex.Matcher.quoteReplacement(
                                "\"text\":" + Json.line("Should it rain more often in May?")));
        Files.writeString(file, changed);
    }
}
