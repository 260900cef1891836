package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecognizerCommandTest {
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
        for (String system : List.of("schwartz", "mft", "unique", "safety")) {
            for (String set : system.equals("unique") ? List.of(system) : List.of(system, system + "-long")) {
                Files.write(home.resolve("data/recognizer/examples/" + set + ".jsonl"), lines(set, 30));
            }
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

    private static List<String> lines(int n) throws IOException {
        return lines("unique", n);
    }

    /** Lines from all over the file, so that several dimensions and both labels are among them. */
    private static List<String> lines(String system, int n) throws IOException {
        List<String> all = Files.readAllLines(Path.of("data/recognizer/examples", system + ".jsonl"));
        return IntStream.range(0, n).mapToObj(i -> all.get(i * 7 % all.size())).toList();
    }
}
