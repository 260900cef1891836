package dev.valuecompass.importing.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files as other programs write them, made by hand after the schema. */
class EveryEvalImportTest {
    private static final Theory THEORY =
            new Theory(List.of(SamplePeriod.system()), Map.of(), List.of(), List.of(), List.of(), Map.of());
    private static final String SCORES = """
            {"schema_version": "0.3.0", "evaluation_id": "e", "retrieved_timestamp": "1",
             "source_metadata": {"source_name": "Board", "source_type": "documentation",
               "source_organization_name": "Group", "evaluator_relationship": "third_party"},
             "eval_library": {"name": "unknown", "version": "unknown"},
             "model_info": {"name": "Model One", "id": "maker/Model-One", "developer": "Maker",
               "additional_details": {"deployment_type": "unknown", "model_availability": "open_weights"}},
             "evaluation_results": [
              {"evaluation_name": "courage", "source_data": {"dataset_name": "d", "source_type": "other"},
               "metric_config": {"metric_id": "accuracy", "lower_is_better": false, "score_type": "continuous",
                 "min_score": -1, "max_score": 1},
               "score_details": {"score": 0.5, "uncertainty": {"confidence_interval":
                 {"lower": 0, "upper": 0.75, "confidence_level": 0.95}}}}]}
            """;
    private static final String SAMPLE = """
            {"schema_version":"0.3.0","evaluation_id":"e","model_id":"maker/one","evaluation_name":"n",\
            "evaluation_result_id":"r","sample_id":"s","interaction_type":"single_turn",\
            "input":{"raw":"Leap?","reference":[]},"output":{"raw":["At once."]},\
            "answer_attribution":[],"evaluation":{"score":1,"is_correct":true}}
            """;

    @TempDir
    Path folder;

    private EveryEvalScores.Imported scores(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scores.json"), text);
        return EveryEvalScores.read(List.of(file), Map.of("courage", "toy.daring"), Optional.of("2026-11"), THEORY);
    }

    @Test
    void scoresOfOthersAreTakenForTheValuesThatTheyAreSaidToMeasure() throws IOException {
        EveryEvalScores.Imported imported = scores(SCORES);
        ScoreCell cell = imported.period().snapshot().systems().get(0).scores().get(0);

        assertThat(cell.model()).isEqualTo("model-one");
        assertThat(cell.dimension()).isEqualTo("daring");
        assertThat(cell.conformity()).isEqualTo(75);
        assertThat(cell.interval()).isEqualTo(new Interval(50, 87.5, 0.95));
        assertThat(imported.period().snapshot().models().get(0).open()).isTrue();
        assertThat(imported.period().snapshot().origin().imported()).isTrue();
    }

    @Test
    void anIntervalWithoutLevelIsLeftOutAndTold() throws IOException {
        EveryEvalScores.Imported imported = scores(SCORES.replace(", \"confidence_level\": 0.95", ""));
        assertThat(imported.period().snapshot().systems().get(0).scores().get(0).interval())
                .isNull();
        assertThat(imported.doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.toString()).contains("result 1: its interval names no"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schema_version\": \"0.3.0\" | [ | scores.json: is no JSON object",
                "\"evaluation_results\": [ | \"evaluation_results\" [ | scores.json:7",
                "\"schema_version\": \"0.3.0\", | `` | has no schema_version",
                "\"0.3.0\" | \"9.0\" | is of version '9.0'",
                "source_metadata | other | has no source_metadata",
                "evaluation_results | others | no list evaluation_results",
                "\"name\": \"Model One\" | \"name\": \" \" | model_info has no name",
                "maker/Model-One | maker/... | no id that can be one here",
                "\"evaluation_name\": \"courage\" | \"n\": 1 | result 1: has no evaluation_name",
                "\"courage\" | \"GSM8K\" | it is not known which value 'GSM8K' measures; say so with --value",
                "\"courage\" | \"value-compass.toy.darling\" | 'darling' is no value of toy; did you mean",
                "\"lower_is_better\": false | \"lower_is_better\": true | less of its metric is better",
                "\"min_score\": -1 | \"min_score\": \"-Infinity\" | no finite min_score",
                "\"max_score\": 1 | \"max_score\": -1 | no finite min_score below a max_score",
                "\"score\": 0.5 | \"score\": NaN | score_details.score is no number",
                "\"score\": 0.5 | \"score\": \"0.5\" | score_details.score is no number",
                "\"lower\": 0 | \"lower\": null | confidence_interval.lower is no number",
                "\"source_name\": \"Board\", | \"source_name\": \"Board\", \"source_name\": \"B\", | scores.json:2",
            })
    void whatIsNoScoreFileIsNamed(String right, String wrong, String what) throws IOException {
        assertThat(SCORES).contains(right);
        DataException refused = catchThrowableOfType(DataException.class, () -> scores(SCORES.replace(right, wrong)));
        assertThat(refused).isNotNull().hasMessageContaining("scores.json").hasMessageContaining(what);
        assertThat(refused.defects())
                .allSatisfy(defect -> assertThat(defect.fix()).isNotBlank());
    }

    @Test
    void afterAThousandMistakesNobodyReadsOn() {
        String many = "\"evaluation_results\": [" + "7,".repeat(5_000);
        assertThat(catchThrowableOfType(
                                DataException.class, () -> scores(SCORES.replace("\"evaluation_results\": [", many)))
                        .defects())
                .hasSize(1_001)
                .last()
                .satisfies(last -> assertThat(last.what()).contains("nobody reads on"));
    }

    @Test
    void twoFilesThatDoNotGoTogetherAreNamed() throws IOException {
        Path one = Files.writeString(folder.resolve("one.json"), SCORES);
        Map<String, String> values = Map.of("courage", "toy.daring");
        Path two = folder.resolve("two.json");
        Files.writeString(two, SCORES);
        assertThat(catchThrowableOfType(
                        DataException.class,
                        () -> EveryEvalScores.read(List.of(one, two), values, Optional.of("2026-11"), THEORY)))
                .hasMessageContaining("two.json: result 1: is a second score");
        Files.writeString(two, SCORES.replace("maker/Model-One", "other/model-one"));
        assertThat(catchThrowableOfType(
                        DataException.class,
                        () -> EveryEvalScores.read(List.of(one, two), values, Optional.of("2026-11"), THEORY)))
                .hasMessageContaining("would both be 'model-one'");
        Files.writeString(two, SCORES.replace("Model-One", "Two").replace("Board", "Other"));
        assertThat(catchThrowableOfType(
                        DataException.class,
                        () -> EveryEvalScores.read(List.of(one, two), values, Optional.of("2026-11"), THEORY)))
                .hasMessageContaining("several sources: Board, Other");
        assertThat(catchThrowableOfType(
                        DataException.class,
                        () -> EveryEvalScores.read(List.of(one), values, Optional.empty(), THEORY)))
                .hasMessageContaining("names no period");
    }

    private CollectedAnswers samples(String text) throws IOException {
        return AnswerFormat.EVERY_EVAL_EVER.read(List.of(Files.writeString(folder.resolve("a_samples.jsonl"), text)));
    }

    /** Two metrics look at the two answers of one question; a third answer failed; a talk ends with the answer. */
    @Test
    void anAnswerIsTakenOnceHoweverManyMetricsLookAtIt() throws IOException {
        String other = SAMPLE.replace("\"r\"", "\"q\"");
        String again = SAMPLE.replace("At once.", "Never.");
        String failed = SAMPLE.replace("\"s\"", "\"t\"")
                .replace("Leap?", "Run?")
                .replace("\"answer_attribution\"", "\"error\":\"timeout\",\"answer_attribution\"");
        String talk = SAMPLE.replace("\"s\"", "\"u\"")
                .replace("Leap?", "Sit?")
                .replace("single_turn", "multi_turn")
                .replace(
                        "\"output\":{\"raw\":[\"At once.\"]}",
                        "\"messages\":[{\"turn_idx\":0,\"role\":\"user\",\"content\":\"Sit?\"},"
                                + "{\"turn_idx\":1,\"role\":\"assistant\",\"content\":\"Gladly.\"}]");
        CollectedAnswers answers =
                samples(SAMPLE + SAMPLE + other + again + again.replace("\"r\"", "\"q\"") + failed + talk);

        assertThat(answers.outcomes()).hasToString("{maker/one={answered=4, failed=1}}");
        List<JsonNode> lines =
                answers.recorded().lines().map(line -> Json.tree(line, "line")).toList();
        assertThat(lines)
                .filteredOn(line -> line.get("prompt").stringValue().equals("Leap?"))
                .extracting(line ->
                        line.get("sample").intValue() + line.get("answer").stringValue())
                .containsExactlyInAnyOrder("0At once.", "1Never.", "2At once.");
        assertThat(answers.recorded()).contains("Gladly.", "error: timeout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"schema_version\"` | 7 | a_samples.jsonl:1",
                "`{\"schema_version\"` | `[{\"schema_version\"` | a JSON array where one object a line is expected",
                "0.3.0 | 1.0 | :1: is of version '1.0'",
                "schema_version | version | :1: has no schema_version",
                "\"model_id\" | \"m\" | :1: has no model_id",
                "\"maker/one\" | 7 | :1: has no model_id",
                "sample_id | id | :1: has no sample_id",
                "evaluation_id | id | :1: has no evaluation_id",
                "evaluation_name | name | :1: has no evaluation_name",
                "Leap? | ` ` | :1: has no input.raw",
                "\"input\" | \"in\" | :1: has no input.raw",
                "single_turn | talk | :1: its interaction_type is none of",
                "single_turn | agentic | :1: has no messages",
                "\"output\" | \"out\" | :1: has no output.raw",
                "[\"At once.\"] | \"At once.\" | :1: has no output.raw",
                "[\"At once.\"] | [7] | :1: output.raw holds what is no text",
                "At once. | `At \u0000` | a_samples.jsonl",
            })
    void whatIsNoSampleIsNamedByItsLine(String right, String wrong, String what) throws IOException {
        assertThat(SAMPLE).contains(right);
        DataException refused = catchThrowableOfType(DataException.class, () -> samples(SAMPLE.replace(right, wrong)));
        assertThat(refused).isNotNull().hasMessageContaining("a_samples.jsonl").hasMessageContaining(what);
        assertThat(refused.defects())
                .allSatisfy(defect -> assertThat(defect.fix()).isNotBlank());
    }

    @Test
    void foldersAreSearchedWithoutFollowingLinks() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("in/data/a/b/c"));
        Path scores = Files.writeString(deep.resolve("x.json"), SCORES);
        Path samples = Files.writeString(deep.resolve("x_samples.jsonl"), SAMPLE);
        Files.createSymbolicLink(deep.resolve("out"), folder);
        Files.createSymbolicLink(deep.resolve("link.json"), scores);
        assertThat(EveryEvalFiles.of(List.of(folder.resolve("in"))))
                .isEqualTo(new EveryEvalFiles(List.of(scores), List.of(samples)));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(catchThrowableOfType(DataException.class, () -> EveryEvalFiles.of(List.of(empty))))
                .hasMessageContaining("holds no .json");
    }
}
