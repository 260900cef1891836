package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class RecognizerCommandTest {
    private static final Path EXAMPLES = Path.of("data/recognizer/examples");

    @TempDir
    Path home;

    @Test
    void evaluatePrintsFiguresBySystemAndOverall() throws IOException {
        Path labelled = Files.write(home.resolve("labelled.jsonl"), lines(30));
        CommandLineRun run = CommandLineRun.of(home, "recognizer", "evaluate", "--data", labelled.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("AUC", "kappa", "unique", "overall");
        JsonNode json = Json.tree(
                CommandLineRun.of(home, "recognizer", "evaluate", "--json", "--data", labelled.toString())
                        .out(),
                "report");
        assertThat(json.get("overall").get("n").asInt()
                        + json.get("overall").get("failed").asInt())
                .isEqualTo(30);
    }

    @Test
    void trainingWritesWeightsThatTheLeaderboardThenUses() throws IOException {
        Path labelled = Files.write(home.resolve("mine.jsonl"), lines(40));
        Files.createDirectories(home.resolve("data/recognizer/examples"));
        for (String set : shippedExamples()) {
            Files.write(home.resolve("data/recognizer/examples/" + set), lines(set, 15));
        }
        Files.createDirectories(home.resolve("data/recognizer/contrasts"));
        for (String system : List.of("mft", "safety", "schwartz", "unique")) {
            Files.write(
                    home.resolve("data/recognizer/contrasts/" + system + ".jsonl"),
                    Files.readAllLines(Path.of("data/recognizer/contrasts", system + ".jsonl"))
                            .subList(0, 6));
        }
        CommandLineRun train = CommandLineRun.of(home, "recognizer", "train", "--data", labelled.toString());
        assertThat(train.exit()).as(train.err()).isZero();
        Path weights = home.resolve("data/recognizer/embedded.json");
        assertThat(Files.readString(weights)).contains("mine.jsonl");
        assertThat(train.out().lines()).as("nothing but the result").hasSize(1);
        CommandLineRun evaluate = CommandLineRun.of(home, "recognizer", "evaluate", "--data", labelled.toString());
        assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    }

    @Test
    void aLineThatIsNoLabelledAnswerIsNamed() throws IOException {
        Path labelled = Files.writeString(
                home.resolve("bad.jsonl"),
                "{\"system\":\"schwartz\",\"dimension\":\"courage\",\"prompt\":\"p\",\"answer\":\"a\",\"label\":1}\n");
        CommandLineRun run = CommandLineRun.of(home, "recognizer", "evaluate", "--data", labelled.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bad.jsonl:1").contains("courage");
    }

    /** Each of them is laid over by a few of its lines: with all of them, training takes minutes. */
    private static List<String> shippedExamples() throws IOException {
        try (Stream<Path> sets = Files.list(EXAMPLES)) {
            return sets.map(set -> set.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> lines(int n) throws IOException {
        return lines("unique.jsonl", n);
    }

    /** Lines from all over the file, so that several dimensions and both labels are among them. */
    private static List<String> lines(String set, int n) throws IOException {
        List<String> all = Files.readAllLines(EXAMPLES.resolve(set));
        return IntStream.range(0, n).mapToObj(i -> all.get(i * 7 % all.size())).toList();
    }
}
