package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Mutual;
import dev.valuecompass.recognition.embedded.EmbeddedRecognizer;
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

/** R63: a judge is held against labelled answers, and what came out holds for that judge alone. */
@Tag("slow")
class RecognizerComparisonTest {
    @TempDir
    Path home;

    private Path board(String judge) throws IOException {
        String text = Files.readString(Path.of("data/leaderboard.yml"))
                .replaceFirst("(?m)^  judge:\\s*$", "  judge: " + judge)
                .replaceFirst("(?m)^  concept-extractor:\\s*$", "  concept-extractor: aurora-large");
        return Files.writeString(home.resolve(judge + ".yml"), text);
    }

    @Test
    void recognisersAreMeasuredOnTheSameAnswersAndAgainstEachOther() throws IOException {
        List<String> all = Files.readAllLines(Path.of("data/recognizer/examples/schwartz.jsonl"));
        Path labelled = Files.write(
                home.resolve("gold.jsonl"),
                Stream.concat(
                                IntStream.range(0, 11).mapToObj(i -> all.get(i * 31)),
                                all.stream()
                                        .filter(line -> line.contains("\"label\": -1"))
                                        .limit(1))
                        .toList());
        CommandLineRun run = CommandLineRun.of(
                home,
                "recognizer",
                "evaluate",
                "--json",
                "--recognizer",
                "embedded,direct,llm",
                "--keep",
                "lines of a test",
                "--languages",
                "en",
                "--config",
                board("cedar-reason").toString(),
                "--data",
                labelled.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode result = Json.tree(run.out(), "result");
        assertThat(result.get("synthetic").asBoolean())
                .as("a simulated judge says nothing about real ones")
                .isTrue();
        assertThat(result.get("reports").propertyNames()).containsExactlyInAnyOrder("embedded", "direct", "llm");
        assertThat(result.get("agreement")).hasSize(3);
        for (JsonNode pair : result.get("agreement")) {
            JsonNode figures = pair.get("systems").get("schwartz");
            assertThat(figures.get("n").asInt()).isBetween(1, 12);
            assertThat(figures.get("same").asDouble()).isBetween(0.0, 1.0);
        }
        DataFolder data = DataFolder.over(home.resolve("data"));
        String version = result.get("versions").get("llm").asString();
        assertThat(MeasuredQuality.read(data, "llm", version).get("schwartz").data())
                .isEqualTo("lines of a test");
        RecognizerCard.Detail detail = MeasuredQuality.read(data, "embedded", EmbeddedRecognizer.measuredAs(data))
                .get("schwartz")
                .detail();
        assertThat(detail.languages()).containsExactly("en");
        assertThat(detail.opposed().labelled()).isEqualTo(1);
        List<Mutual> others =
                MeasuredQuality.read(data, "llm", version).get("schwartz").mutual();
        assertThat(others).extracting(Mutual::with).containsExactly("embedded", "direct");
        assertThat(others).allMatch(Mutual::synthetic, "a simulated model read for one of them");
        assertThat(others.get(1).version())
                .isEqualTo(result.get("versions").get("direct").asString());
        assertThat(MeasuredQuality.read(data, "llm", "the version with another judge"))
                .as("nothing is known of another judge")
                .isEmpty();
        rejectionsOfOtherAnswersStandBesideTheOtherFigures(data, all);
    }

    private void rejectionsOfOtherAnswersStandBesideTheOtherFigures(DataFolder data, List<String> all)
            throws IOException {
        String measured = EmbeddedRecognizer.measuredAs(data);
        RecognizerCard.Quality before =
                MeasuredQuality.read(data, "embedded", measured).get("schwartz");
        Path rejections = Files.write(
                home.resolve("rejections.jsonl"),
                all.stream()
                        .filter(line -> line.contains("\"label\": -1"))
                        .skip(1)
                        .limit(3)
                        .toList());
        String[] arguments = {"recognizer", "evaluate", "--rejections-only", "--data", rejections.toString()};
        CommandLineRun nameless = CommandLineRun.of(home, arguments);
        assertThat(nameless.exit()).isEqualTo(2);
        assertThat(nameless.err()).contains("say what the answers were: --keep WHAT");
        CommandLineRun kept = CommandLineRun.of(
                home,
                Stream.concat(Stream.of(arguments), Stream.of("--keep", "other lines"))
                        .toArray(String[]::new));
        assertThat(kept.exit()).as(kept.err()).isZero();
        RecognizerCard.Quality after =
                MeasuredQuality.read(data, "embedded", measured).get("schwartz");
        assertThat(after.detail().opposed().labelled()).isEqualTo(3);
        assertThat(after.detail().opposed().data()).isEqualTo("other lines");
        assertThat(after.with(before.detail().opposed()))
                .as("nothing else changed")
                .isEqualTo(before);
    }

    @Test
    void aRecogniserWithoutAJudgeIsRefused() throws IOException {
        Path labelled = Files.write(
                home.resolve("gold.jsonl"),
                Files.readAllLines(Path.of("data/recognizer/examples/schwartz.jsonl"))
                        .subList(0, 2));
        CommandLineRun run =
                CommandLineRun.of(home, "recognizer", "evaluate", "--recognizer", "llm", "--data", labelled.toString());
        assertThat(run.exit()).as("a mistake in the leaderboard file").isEqualTo(2);
        assertThat(run.err()).contains("concept-extractor");
    }
}
