package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From somebody's list of topics to a pool, without a key. */
@Tag("slow")
class ItemsPrepareCommandTest {
    private static final List<String> TOPICS = List.of(
            "Working on Sundays and public holidays",
            "Working on Sundays and public holidays!",
            "Families who care for their old parents at home",
            "Cameras with face recognition in railway stations",
            "Young people who leave their village for good",
            "A tax on flights within one country",
            "Letting children decide on their own about their faith",
            "Ban");

    @TempDir
    private Path home;

    private Path pool() {
        return home.resolve("data/topics/heap.jsonl");
    }

    private Path prepared() {
        return home.resolve("data/topics/heap-prepared.jsonl");
    }

    private CommandLineRun prepare(String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"items", "prepare", pool().toString(), "--system", "schwartz"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandLineRun.of(home, all);
    }

    /** The topics come from a CSV file, which is imported first. */
    private void heap() throws IOException {
        Path csv = home.resolve("heap.csv");
        Files.writeString(csv, "question\n" + String.join("\n", TOPICS) + "\n");
        CommandLineRun imported = CommandLineRun.of(
                home, "items", "import", csv.toString(), "--system", "schwartz", "--text", "question", "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(Json.tree(imported.out(), "report").get("items").asInt()).isEqualTo(TOPICS.size());
        assertThat(Files.readAllLines(pool())).hasSize(TOPICS.size());
    }

    /** Eight topics: one is a word long, two are one to the letter; six are left, each with a child, all asked as questions. */
    @Test
    void topicsBecomeQuestionsWithoutAKey() throws IOException {
        new SmallPanel()
                .generator("aurora-large")
                .system("schwartz", "items: 8")
                .write(home);
        heap();

        CommandLineRun run = prepare("--ask", "--expand", "1", "--categories", "work,family,public life", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode report = Json.tree(run.out(), "report");
        assertThat(report.get("given").asInt()).isEqualTo(8);
        assertThat(report.get("expanded").asInt()).isGreaterThan(8);
        assertThat(report.get("distinct").asInt())
                .isLessThan(report.get("fitting").asInt());
        assertThat(report.get("questions").asInt())
                .isEqualTo(report.get("items").asInt())
                .isGreaterThanOrEqualTo(6);
        List<JsonNode> lines = Files.readAllLines(prepared()).stream()
                .map(line -> Json.tree(line, "pool"))
                .toList();
        assertThat(lines).hasSize(report.get("items").asInt()).allSatisfy(line -> {
            assertThat(line.get("text").stringValue()).endsWith("?");
            assertThat(line.get("category").stringValue()).isIn("work", "family", "public life");
        });
        assertThat(lines)
                .filteredOn(line -> line.get("text").stringValue().contains("Working on Sundays"))
                .isNotEmpty()
                .allMatch(line -> line.get("category").stringValue().equals("work"));
        byte[] first = Files.readAllBytes(prepared());
        assertThat(prepare("--ask", "--expand", "1", "--categories", "work,family,public life")
                        .out())
                .contains("items", "yes/no questions");
        assertThat(Files.readAllBytes(prepared())).isEqualTo(first);
    }

    @Test
    void aGeneratorThatIsDownLeavesTheTopicsAsTheyAre() throws IOException {
        new SmallPanel()
                .serving("aurora-large", "nobody")
                .generator("aurora-large")
                .system("schwartz", "items: 8")
                .write(home);
        heap();

        CommandLineRun run = prepare("--ask", "--items", "4", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Json.tree(run.out(), "report").get("items").asInt()).isEqualTo(4);
        assertThat(Json.tree(run.out(), "report").get("questions").asInt()).isZero();
    }

    @Test
    void mistakesAreNamedWithTheirRemedy() throws IOException {
        new SmallPanel().system("schwartz", "items: 8").write(home);
        heap();

        CommandLineRun nobodyWrites = prepare("--ask");
        assertThat(nobodyWrites.exit()).isEqualTo(2);
        assertThat(nobodyWrites.err()).contains("no model writes items", "name an examinee as 'generator'");
        CommandLineRun same = prepare("--same", "1.5");
        assertThat(same.exit()).isEqualTo(2);
        assertThat(same.err()).contains("--same 1.5 is out of range; write a number between 0 and 1");
        CommandLineRun system = CommandLineRun.of(home, "items", "prepare", pool().toString(), "--system", "schwarz");
        assertThat(system.exit()).isEqualTo(1);
        assertThat(system.err()).contains("unknown id 'schwarz'", "did you mean 'schwartz'?");
        CommandLineRun file = CommandLineRun.of(home, "items", "prepare", "nowhere.jsonl", "--system", "schwartz");
        assertThat(file.exit()).isEqualTo(1);
        assertThat(file.err()).contains("nowhere.jsonl");
        Files.writeString(home.resolve("more.csv"), "text\nIs this so?\n");
        CommandLineRun column = CommandLineRun.of(
                home,
                "items",
                "import",
                home.resolve("more.csv").toString(),
                "--system",
                "schwartz",
                "--text",
                "question");
        assertThat(column.exit()).isEqualTo(1);
        assertThat(column.err()).contains("no column question", "the file has text");
        CommandLineRun importing = CommandLineRun.of(
                home, "items", "import", home.resolve("more.csv").toString(), "--system", "schwarz", "--text", "text");
        assertThat(importing.exit()).isEqualTo(1);
        assertThat(importing.err()).contains("unknown id 'schwarz'", "did you mean 'schwartz'?");
    }
}
