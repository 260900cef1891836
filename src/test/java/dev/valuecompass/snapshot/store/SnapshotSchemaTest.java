package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import dev.valuecompass.items.Grounding;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.Fingerprint;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.MixtureRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ReviewRecord;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SnapshotSchemaTest {
    static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        records.put("snapshot", Snapshot.class);
        records.put("origin", Snapshot.Origin.class);
        records.put("previous", Snapshot.Previous.class);
        records.put("fingerprint", Fingerprint.class);
        records.put("category", Dimension.Category.class);
        records.put("task", Dimension.Task.class);
        records.put("dimension", Dimension.class);
        records.put("group", Group.class);
        records.put("system", ValueSystem.class);
        records.put("interval", Interval.class);
        records.put("counts", OutcomeCounts.class);
        records.put("score", ScoreCell.class);
        records.put("corrected", ScoreCell.Corrected.class);
        records.put("systemResult", SystemResult.class);
        records.put("evolution", EvolutionRecord.class);
        records.put("arm", ArmRecord.class);
        records.put("rewardCheck", RewardCheck.class);
        records.put("mixture", MixtureRecord.class);
        records.put("review", ReviewRecord.class);
        records.put("step", ItemVersion.class);
        records.put("price", ModelEntry.PricePaid.class);
        records.put("model", ModelEntry.class);
        records.put("modelSettings", ModelEntry.Settings.class);
        records.put("notEvaluated", Snapshot.NotEvaluated.class);
        records.put("quality", RecognizerCard.Quality.class);
        records.put("qualityDetail", RecognizerCard.Detail.class);
        records.put("qualityOpposed", RecognizerCard.Opposed.class);
        records.put("qualityBin", RecognizerCard.Bin.class);
        records.put("mutual", RecognizerCard.Mutual.class);
        records.put("recognizer", RecognizerCard.class);
        records.put("scoring", Scoring.class);
        records.put("run", RunProvenance.class);
        records.put("cultureFigure", Snapshot.CultureFigure.class);
        records.put("erratum", Snapshot.Erratum.class);
        records.put("evidence", Evidence.class);
        records.put("caseReading", Case.ValueReading.class);
        records.put("case", Case.class);
        records.put("label", LabelRecord.class);
        records.put("gold", GoldRecord.class);
        records.put("grounding", Grounding.class);
        records.put("provenance", Provenance.class);
        records.put("itemText", Item.class);
        records.put("item", ItemRecord.class);
        return records;
    }

    static java.util.Set<Map.Entry<String, Class<?>>> entries() {
        return records().entrySet();
    }

    private static JsonNode schema() {
        return Json.tree(SnapshotSchema.text(), "schema");
    }

    /** A field that is added to a record without the schema, the page and a new version would fail here. */
    @ParameterizedTest
    @MethodSource("entries")
    void describesExactlyTheFieldsThatAreWritten(Map.Entry<String, Class<?>> entry) {
        String place = entry.getKey().equals("snapshot") ? "/properties" : "/$defs/" + entry.getKey() + "/properties";
        assertThat(schema().at(place).propertyNames()).containsExactlyElementsOf(fields(entry.getValue()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenIsValid(boolean evaluated) {
        valid(Canonical.of(evaluated ? SamplePeriod.evaluated() : SamplePeriod.imported()));
    }

    @Test
    void soIsHowItemsEvolved() {
        valid(Canonical.of(EvolvedPeriod.frozen()));
        valid(Canonical.of(EvolvedPeriod.with(EvolutionRecordFields.copy(EvolvedPeriod.evolution())
                .continues("2025-02")
                .arms(List.of(new ArmRecord("topic-1", 3, 6.5)))
                .check(RewardCheck.of(
                        List.of("delta", "epsilon"),
                        List.of(
                                new RewardCheck.Measured(1, 2, 2),
                                new RewardCheck.Measured(2, 1, 2.5),
                                new RewardCheck.Measured(3, 4, 3))))
                .mixture(new MixtureRecord(6, 6, 0, 0, 2, new TreeMap<>(Map.of("similar", 3))))
                .build())));
    }

    private static void valid(PeriodRecord record) {
        assertThat(SnapshotSchema.shipped().violations(Json.tree(Json.pretty(record.snapshot()), "s")))
                .isEmpty();
        for (String kind : new String[] {"item", "label", "case"}) {
            Iterable<?> lines = kind.equals("item")
                    ? record.items()
                    : (kind.equals("label") ? record.labels() : record.cases())
                            .values().stream().flatMap(java.util.List::stream).toList();
            for (Object line : lines) {
                assertThat(SnapshotSchema.shipped().violations(kind, Json.tree(Json.line(line), "s")))
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsOutOfRangeIsNot() {
        String json = Json.pretty(SamplePeriod.imported().snapshot()).replace("55.5", "155.5");
        assertThat(SnapshotSchema.shipped().violations(Json.tree(json, "s")))
                .singleElement()
                .asString()
                .contains("conformity");
    }

    /** Every field has its line on the page that explains the format, and on its translation. */
    @ParameterizedTest
    @MethodSource("entries")
    void everyFieldIsExplained(Map.Entry<String, Class<?>> entry) throws IOException {
        for (String file : List.of("docs/snapshot-format.md", "data/methodology/zh/snapshot-format.md")) {
            String page = Files.readString(Path.of(file));
            assertThat(fields(entry.getValue()))
                    .allSatisfy(field -> assertThat(page)
                            .as("in %s a row for %s.%s", file, entry.getKey(), field)
                            .contains("| `" + entry.getKey() + "." + field + "` |"));
        }
    }

    private static java.util.List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }
}
