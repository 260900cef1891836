package dev.valuecompass.importing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.valuecompass.importing.exchange.EveryEvalExport.Judges;
import dev.valuecompass.importing.exchange.EveryEvalExport.Publisher;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.ScoreCellFields;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SnapshotFields;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.proof.PeriodProof;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Held against the published schemas by a validator that knows nothing of this program. */
class EveryEvalExportTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Schema SCORES = schema("eval");
    private static final Schema SAMPLES = schema("instance_level_eval");
    private static final Theory THEORY =
            new Theory(List.of(SamplePeriod.system()), Map.of(), List.of(), List.of(), List.of(), Map.of());

    @TempDir
    Path folder;

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(
                            Files.readString(Path.of("src/test/resources/every-eval-ever/" + name + ".schema.json")),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PeriodRecord period(String kind) {
        return switch (kind) {
            case "imported" -> SamplePeriod.imported();
            case "settings" -> SamplePeriod.withSettings();
            case "corrected" -> corrected(SamplePeriod.proven());
            default -> SamplePeriod.proven();
        };
    }

    /** With every figure that a cell may have. */
    private static PeriodRecord corrected(PeriodRecord record) {
        List<SystemResult> systems = new ArrayList<>();
        for (SystemResult system : record.snapshot().systems()) {
            systems.add(new SystemResult(
                    system.system(),
                    system.items(),
                    system.scores().stream()
                            .map(cell -> cell.conformity() == null
                                    ? cell
                                    : ScoreCellFields.builder()
                                            .model(cell.model())
                                            .dimension(cell.dimension())
                                            .conformity(cell.conformity())
                                            .interval(cell.interval())
                                            .winRate(cell.winRate())
                                            .winRateSpread(cell.winRateSpread())
                                            .counts(cell.counts())
                                            .intervalWithRecognizerError(new Interval(
                                                    0, 100, cell.interval().level()))
                                            .designEffect(1.0 / 3)
                                            .corrected(
                                                    new ScoreCell.Corrected(200.0 / 3, new Interval(1.5, 99, 0.95), 24))
                                            .build())
                            .toList()));
        }
        return record.withSnapshot(record.snapshot().withSystems(systems));
    }

    private static SortedMap<String, String> export(PeriodRecord record) {
        return new EveryEvalExport(
                        record,
                        new Publisher("A Group", "https://example.org/"),
                        Optional.of(new Judges(List.of(SamplePeriod.model("judge", "Judge")), "Does {text} show it?")),
                        NOW)
                .files();
    }

    private List<Path> written(SortedMap<String, String> files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            paths.add(Files.writeString(path, file.getValue()));
        }
        return paths;
    }

    @ParameterizedTest
    @ValueSource(strings = {"proven", "imported", "settings", "corrected"})
    void everyFileKeepsThePublishedSchema(String kind) {
        SortedMap<String, String> files = export(period(kind));
        assertThat(files).isNotEmpty();
        files.forEach((name, text) -> {
            if (name.endsWith(".json")) {
                assertThat(SCORES.validate(text, InputFormat.JSON)).as(name).isEmpty();
            } else {
                text.lines()
                        .forEach(line -> assertThat(SAMPLES.validate(line, InputFormat.JSON))
                                .as(name)
                                .isEmpty());
            }
        });
    }

    /** What its own validator asks beyond the schema. */
    @ParameterizedTest
    @ValueSource(strings = {"proven", "imported", "corrected"})
    void samplesAndScoresNameEachOther(String kind) {
        SortedMap<String, String> files = export(period(kind));
        int referred = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(file.getKey())
                    .matches("data/[a-z0-9.-]+/[a-z0-9.-]+/[a-z0-9.-]+/"
                            + "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                            + "(\\.json|_samples\\.jsonl)");
            if (!file.getKey().endsWith(".json")) {
                continue;
            }
            JsonNode log = Json.tree(file.getValue(), file.getKey());
            for (JsonNode result : log.get("evaluation_results")) {
                double score = result.at("/score_details/score").doubleValue();
                assertThat(score).isBetween(0.0, 100.0);
            }
            JsonNode detail = log.path("detailed_evaluation_results");
            if (detail.isObject()) {
                referred++;
                String lines = files.get(detail.get("file_path").stringValue());
                assertThat(Digest.sha256(lines))
                        .isEqualTo(detail.get("checksum").stringValue());
                assertThat(lines.lines().count())
                        .isEqualTo(detail.get("total_rows").intValue());
                lines.lines().map(line -> Json.tree(line, "line")).forEach(line -> {
                    assertThat(line.get("evaluation_id")).isEqualTo(log.get("evaluation_id"));
                    assertThat(line.get("model_id")).isEqualTo(log.at("/model_info/id"));
                });
            }
        }
        assertThat(referred).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proven", "imported", "corrected"})
    void readBackTheScoresAreTheSame(String kind) throws IOException {
        PeriodRecord record = period(kind);
        EveryEvalFiles files = EveryEvalFiles.of(
                List.of(written(export(record)).get(0).getParent().getParent().getParent()));
        EveryEvalScores.Imported back = EveryEvalScores.read(files.scores(), Map.of(), Optional.empty(), THEORY);

        assertThat(back.doubts()).isEmpty();
        assertThat(back.period().snapshot().period())
                .isEqualTo(record.snapshot().period());
        assertThat(back.period().snapshot().synthetic())
                .isEqualTo(record.snapshot().synthetic());
        assertThat(back.period().snapshot().origin().licence())
                .isEqualTo(record.snapshot().origin().licence());
        assertThat(scores(back.period())).isEqualTo(scores(record)).isNotEmpty();
        PeriodProof.ofKind(back.period(), Snapshot.SCHEMA_VERSION)
                .wrongs()
                .forEach(wrong ->
                        assertThat(wrong).as("no imported period may have it").isNull());
    }

    private static Map<String, ScoreCell> scores(PeriodRecord record) {
        Map<String, ScoreCell> scores = new HashMap<>();
        record.snapshot()
                .systems()
                .forEach(system -> system.scores().stream()
                        .filter(cell -> cell.conformity() != null)
                        .forEach(cell -> scores.put(
                                system.system().id() + " " + cell.model() + " " + cell.dimension(), kept(cell))));
        return scores;
    }

    /** Without what no imported period may have, since it follows from labels. */
    private static ScoreCell kept(ScoreCell cell) {
        return ScoreCellFields.builder()
                .model(cell.model())
                .dimension(cell.dimension())
                .conformity(cell.conformity())
                .interval(cell.interval())
                .winRate(null)
                .winRateSpread(null)
                .counts(null)
                .intervalWithRecognizerError(cell.intervalWithRecognizerError())
                .designEffect(cell.designEffect())
                .corrected(cell.corrected())
                .build();
    }

    @Test
    void answersComeBackAsRecordedOnes() throws IOException {
        EveryEvalFiles files = EveryEvalFiles.of(written(export(SamplePeriod.imported())));
        CollectedAnswers answers = AnswerFormat.EVERY_EVAL_EVER.read(files.samples());

        assertThat(answers.recorded().lines().map(line -> Json.tree(line, "line")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("model").stringValue()).endsWith("/alpha");
                    assertThat(line.get("prompt").stringValue()).isEqualTo("Jump?");
                    assertThat(line.get("answer").stringValue()).startsWith("I would jump at once <img");
                });
    }

    @Test
    void whatIsSimulatedSaysSoAndNamesThatNothingCanPathWithAreLeftOut() {
        PeriodRecord record = SamplePeriod.proven();
        PeriodRecord hostile = record.withSnapshot(SnapshotFields.copy(record.snapshot())
                .title("../../..\u0000 \u4f60\u597d")
                .models(record.snapshot().models().stream()
                        .map(model -> ModelEntry.named(model.id(), model.name()))
                        .toList())
                .build());
        export(hostile).forEach((name, text) -> {
            assertThat(name).startsWith("data/value-compass/unknown/").doesNotContain("..");
        });
        String scores = export(record).values().stream()
                .filter(text -> text.startsWith("{\n"))
                .findFirst()
                .orElseThrow();
        assertThat(Json.tree(scores, "scores")
                        .at("/source_metadata/additional_details/synthetic")
                        .stringValue())
                .isEqualTo("true");
        assertThat(export(record)).isEqualTo(export(record));
    }
}
