package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a period that was measured teaches: new items of a wanted power, lines for fine-tuning, figures. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ItemsOfEarlierPeriodsTest {
    @TempDir
    private static Path home;

    private static SmallPanel panel() {
        return new SmallPanel().panel("contexts.yml").generator("aurora-large").system("schwartz", "items: 30");
    }

    @BeforeAll
    static void measureOnePeriod() throws IOException {
        panel().write(home);
        CommandLineRun run = CommandLineRun.of(home, "run", "--period", "2026-10");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static CommandLineRun write(String... more) {
        return items(Stream.concat(Stream.of("write"), Stream.of(more)).toArray(String[]::new));
    }

    private static CommandLineRun items(String... more) {
        return CommandLineRun.of(
                home, Stream.concat(Stream.of("items"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    @Order(1)
    void writesItemsThatTheRunOfThePeriodAsks() throws IOException {
        // Of the few models here some show this value and others do not, so that some questions are expected to tell
        // them apart.
        CommandLineRun run = write("--system", "schwartz", "--dimension", "security", "--count", "3", "--json");

        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        JsonNode report = Json.tree(run.out(), "report");
        assertThat(report.get("items").size()).isEqualTo(3);
        assertThat(report.get("proposed").asInt()).isGreaterThanOrEqualTo(3);
        double used = report.get("bar").get("used").asDouble();
        assertThat(used).isLessThanOrEqualTo(report.get("bar").get("wanted").asDouble());
        assertThat(report.get("error").get("n").asInt()).isEqualTo(30);
        Path file = home.resolve("data/rounds/2026-11/schwartz-written.jsonl");
        List<JsonNode> written = Files.readAllLines(file).stream()
                .map(line -> Json.tree(line, "item"))
                .toList();
        assertThat(written).hasSize(3).allSatisfy(item -> {
            assertThat(item.get("provenance").get("generator").stringValue()).isEqualTo("conditional");
            assertThat(item.get("provenance")
                            .get("rewards")
                            .get("expectedPower")
                            .asDouble())
                    .isGreaterThanOrEqualTo(used);
        });
        byte[] first = Files.readAllBytes(file);
        assertThat(write("--system", "schwartz", "--dimension", "security", "--count", "3")
                        .out())
                .contains("of the variance of power over 30 measured items");
        assertThat(Files.readAllBytes(file)).as("asked again, nothing changes").isEqualTo(first);

        CommandLineRun next = CommandLineRun.of(home, "run");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(Files.readString(home.resolve("data/periods/2026-11/items.jsonl")))
                .contains(written.get(0).get("text").stringValue().replace("\"", "\\\""));
    }

    @Test
    @Order(2)
    void exportsWhatWasMeasured() throws IOException {
        Path to = home.resolve("lines.jsonl");
        CommandLineRun run = items("export", "--system", "schwartz", "--to", to.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(to);
        assertThat(run.out()).contains(lines.size() + " examples from");
        // Of each item a line for each of the ten values; a value on which nothing was scored has none.
        assertThat(lines).hasSizeGreaterThan(250);
        JsonNode messages = Json.tree(lines.get(0), "line").get("messages");
        assertThat(messages.get(0).get("role").stringValue()).isEqualTo("user");
        assertThat(messages.get(1).get("content").stringValue()).startsWith("1. ");
    }

    @Test
    @Order(3)
    void tellsWhatTheItemsAreLike() {
        JsonNode report = Json.tree(items("stats", "--json").out(), "report");
        JsonNode initial = report.get("systems").get(0).get("sets").get(0);
        assertThat(initial.get("kind").stringValue()).isEqualTo("initial");
        assertThat(initial.get("entropy").isNumber()).isTrue();
        assertThat(items("stats").out()).contains("Self-BLEU", "Distinct-2", "generated");
    }

    /** Two texts of four words, which share none but the two first. */
    @Test
    @Order(3)
    void otherPoolsStandBesideTheItems() throws IOException {
        Path other = home.resolve("data/topics/a-questionnaire.jsonl");
        Files.createDirectories(other.getParent());
        Files.writeString(other, """
                {"id": "r1", "category": "work", "text": "Should everyone be paid?"}
                {"id": "r2", "category": "family", "text": "Should everyone live alone?"}
                """);
        new SmallPanel()
                .generator("aurora-large")
                .system("schwartz", "items: 30, reference-pools: [topics/a-questionnaire.jsonl]")
                .write(home);
        JsonNode system = Json.tree(items("stats", "--json").out(), "report")
                .get("systems")
                .get(0);
        JsonNode reference = system.get("references").get(0);
        assertThat(system.get("references").size()).isEqualTo(1);
        assertThat(reference.get("kind").stringValue()).isEqualTo("topics/a-questionnaire.jsonl");
        assertThat(reference.get("items").intValue()).isEqualTo(2);
        assertThat(reference.get("meanWords").doubleValue()).isEqualTo(4);
        assertThat(reference.get("distinct2").doubleValue()).isEqualTo(5.0 / 6);
        assertThat(reference.get("similarity").doubleValue()).isBetween(0.5, 0.99);
        assertThat(reference.get("entropy").isNull()).as("nobody was asked").isTrue();
        assertThat(items("stats").out()).containsPattern("schwartz .* generated +all +a-questionnaire\n");
        Files.writeString(other, "{\"id\": \"r1\", \"category\": \"work\", \"text\": \"\"}\n");
        CommandLineRun check = CommandLineRun.of(home, "check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err()).contains("a-questionnaire.jsonl:1");
        panel().write(home);
    }

    @Test
    @Order(4)
    void mistakesAreNamedWithTheirRemedy() throws IOException {
        refused(
                2,
                "write a number from 0 to 1",
                "write",
                "--system",
                "schwartz",
                "--dimension",
                "security",
                "--power",
                "60");
        refused(
                2,
                "write a number from 1 to 10000",
                "write",
                "--system",
                "schwartz",
                "--dimension",
                "security",
                "--count",
                "0");
        refused(1, "did you mean 'schwartz'?", "write", "--system", "schwarz", "--dimension", "security");
        refused(1, "did you mean 'security'?", "write", "--system", "schwartz", "--dimension", "securty");
        refused(
                1,
                "evaluate at least 20 items",
                "write",
                "--period",
                "2026-12",
                "--system",
                "mft",
                "--dimension",
                "care");
        refused(1, "did you mean 'schwartz'?", "export", "--system", "schwarz");
        refused(1, "no item of mft was measured", "export", "--system", "mft");
        refused(1, "lower --power", "export", "--system", "schwartz", "--power", "1");
        refused(2, "is not a month", "stats", "--period", "soon");

        new SmallPanel().system("schwartz", "items: 30").write(home);
        refused(
                2,
                "no model writes items",
                "write",
                "--period",
                "2026-12",
                "--system",
                "schwartz",
                "--dimension",
                "security");
        panel().serving("aurora-large", "nobody").write(home);
        refused(
                3,
                "0 of 0 proposals taken; 2 requests brought nothing",
                "write",
                "--period",
                "2026-12",
                "--system",
                "schwartz",
                "--dimension",
                "power",
                "--rounds",
                "2");
    }

    private static void refused(int exit, String why, String... command) {
        CommandLineRun run = items(command);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err() + run.out()).contains(why);
    }
}
