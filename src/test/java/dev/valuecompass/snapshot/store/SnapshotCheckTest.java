package dev.valuecompass.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.text.NearNames;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCheckTest {
    @TempDir
    Path data;

    @Test
    void theSamplesAreSound() {
        assertThat(SnapshotCheck.check(SamplePeriod.imported())).isEmpty();
        assertThat(SnapshotCheck.check(SamplePeriod.evaluated())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "CON", "con", "a/b", "A", "", ".hidden", "a..b", "x\u202Ey", "a b", "nul.txt"})
    void hostileModelIdsCannotNameFiles(String id) {
        assertThat(checkModels(SamplePeriod.model(id, "Hostile")))
                .anySatisfy(message -> assertThat(message).startsWith("snapshot.json: model id '" + id + "' is"));
    }

    @ParameterizedTest
    @CsvSource({
        "Alpha, stands twice",
        "ALPHA, differs from 'Alpha' only in case",
        "A lpha, differs from 'Alpha'",
        "Al-pha, differs from 'Alpha'",
        "Al\u200Bpha, differs from 'Alpha'",
        "Ａlpha, differs from 'Alpha'",
        "' Alpha2', begins or ends with a space",
        "'Qwen-Max ', begins or ends with a space",
        "'', has no name"
    })
    void namesThatReadersConfuseAreFound(String name, String message) {
        assertThat(checkModels(SamplePeriod.model("other", name))).anyMatch(found -> found.contains(message));
    }

    @ParameterizedTest
    @CsvSource({"Command R, Command R+", "Qwen 2.5, Qwen 25", "GPT-4, GPT-4o", "o1, o1-mini"})
    void namesThatDifferInMoreAreFine(String first, String second) {
        assertThat(NearNames.clashes(List.of(first, second))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 100.001, 422, Double.NaN, Double.POSITIVE_INFINITY})
    void scoresAreInZeroToHundred(double score) {
        assertThat(checkScores(SamplePeriod.score("beta", "daring", score)))
                .containsExactly("snapshot.json: score " + score
                        + " of toy, beta, daring is not in 0 to 100; mend the figure or its scale");
    }

    @Test
    void zeroAndHundredAreScores() {
        assertThat(checkScores(SamplePeriod.score("beta", "daring", 0), SamplePeriod.score("alpha", "daring", 100)))
                .isEmpty();
    }

    @Test
    void unknownNamesAndDoubledCellsAreFound() {
        assertThat(checkScores(
                        SamplePeriod.score("betta", "daring", 1),
                        SamplePeriod.score("beta", "dairing", 1),
                        SamplePeriod.score("beta", "order", 1),
                        SamplePeriod.score("beta", "order", 2)))
                .hasSize(3)
                .anyMatch(m -> m.contains("unknown model 'betta'; did you mean 'beta'"))
                .anyMatch(m -> m.contains("unknown dimension 'dairing' of toy; did you mean 'daring'"))
                .anyMatch(m -> m.contains("score of toy, beta, order stands twice"));
    }

    /** As once published: ten scores of one model ten times too large put it first; here two of four stay in 0 to 100. */
    @Test
    void aRowTenTimesItsColumnsScaleIsFound() {
        List<ScoreCell> scores = new ArrayList<>();
        String[] models = {"alpha", "beta", "gamma", "delta-2.5"};
        double[][] rows = {{5, 4, 3, 2}, {5.5, 4.4, 3.3, 2.2}, {4.5, 3.6, 2.7, 1.8}, {47, 41, 29, 21}};
        for (int m = 0; m < models.length; m++) {
            for (int d = 0; d < 4; d++) {
                scores.add(SamplePeriod.score(
                        models[m], SamplePeriod.system().dimensionIds().get(d), rows[m][d]));
            }
        }
        // Medians 5.25, 4.2, 3.15, 2.1: ratios 8.95, 9.76, 9.21, 10; their median is 9.5.
        assertThat(checkScores(scores.toArray(ScoreCell[]::new)))
                .singleElement()
                .asString()
                .contains("the 4 scores of delta-2.5 on toy are 9.5 times those of the other models");
    }

    @Test
    void aModelThatIsFarAboveOnOneDimensionIsLeftAlone() {
        List<ScoreCell> scores = new ArrayList<>(
                SamplePeriod.imported().snapshot().systems().get(0).scores());
        scores.removeIf(cell -> cell.dimension().equals("order"));
        scores.add(SamplePeriod.score("alpha", "order", 99));
        scores.add(SamplePeriod.score("beta", "order", 3));
        scores.add(SamplePeriod.score("gamma", "order", 2));
        scores.add(SamplePeriod.score("delta-2.5", "order", 4));
        assertThat(checkScores(scores.toArray(ScoreCell[]::new))).isEmpty();
    }

    @Test
    void casesAreOfKnownModelsAndEvidenceIsInTheAnswer() {
        Case good = SamplePeriod.imported().cases().get("alpha").get(0);
        Case bad = new Case(
                "../up",
                "beta",
                "toy",
                "",
                "p",
                "short",
                List.of(new Case.ValueReading(
                        "courage", Label.EXPRESSES, 1.5, Double.NaN, List.of(new Evidence(2, 6)))));
        PeriodRecord record = SamplePeriod.imported();
        Map<String, List<Case>> cases = new LinkedHashMap<>();
        cases.put("alpha", List.of(good, bad));
        cases.put("deepseek-v2", List.of());
        assertThat(check(new PeriodRecord(record.snapshot(), record.items(), record.labels(), cases)))
                .anyMatch(m -> m.startsWith("cases/alpha.jsonl: case id '../up' is not a valid id"))
                .anyMatch(m -> m.contains("case '../up' is of model 'beta'"))
                .anyMatch(m -> m.contains("unknown dimension 'courage'"))
                .anyMatch(m -> m.contains("strength 1.5"))
                .anyMatch(m -> m.contains("score NaN"))
                .anyMatch(m -> m.contains("evidence 2..6 of case '../up' lies outside the answer of 5 characters"))
                .anyMatch(m -> m.startsWith("cases/deepseek-v2.jsonl: cases of unknown model 'deepseek-v2'"))
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "q9, ANSWERED, +.-., labels of unknown item 'q9'",
        "q2, ANSWERED, +.-, are not 4 characters",
        "q2, ANSWERED, +.-x, are not 4 characters",
        "q2, ANSWERED, '+.- ', does measure order",
        "q2, PROVIDER_ERROR, +.-., ended as PROVIDER_ERROR and still has labels",
        "q1, ANSWERED, +.-., stands twice"
    })
    void labelsAgreeWithTheItems(String item, Outcome outcome, String labels, String message) {
        PeriodRecord record = SamplePeriod.evaluated();
        Map<String, List<LabelRecord>> rows = Map.of(
                "alpha",
                List.of(new LabelRecord("q1", 0, Outcome.ANSWERED, "+.-."), new LabelRecord(item, 0, outcome, labels)));
        assertThat(check(new PeriodRecord(record.snapshot(), record.items(), rows, record.cases())))
                .singleElement()
                .asString()
                .startsWith("labels/alpha.jsonl: ")
                .contains(message);
    }

    @Test
    void onDiskEveryMistakeHasItsLine() throws IOException {
        new PeriodStore(data).write(SamplePeriod.evaluated());
        edit("snapshot.json", "\"Beta\"", "\"alpha\"");
        edit("labels/alpha.jsonl", "????", "??");
        assertThat(store().check("2025-03"))
                .extracting(Object::toString)
                .anyMatch(m -> m.matches(".*snapshot.json:\\d+: model name 'alpha' differs from 'Alpha' only.*"))
                .anyMatch(m -> m.contains("alpha.jsonl:2: labels '??'"))
                .hasSize(2);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("\"revision\" : 1,", "\"revision\" : NaN,", "NaN"),
                Arguments.of("\"conformity\" : 33.333333", "\"conformity\" : \"NaN\"", "/conformity"),
                Arguments.of("\"conformity\" : 33.333333", "\"conformity\" : 133.3", "score 133.3 of toy, alpha"),
                Arguments.of("\"conformity\" : 33.333333", "\"conformity\" : 1e999", "/systems/0/scores/0/conformity"),
                Arguments.of("\"synthetic\" : true,", "", "synthetic"),
                Arguments.of("\"synthetic\" : true,", "\"synthetic\" : true, \"x\" : 1,", "'x'"),
                Arguments.of("2025-01-31", "07/23/2024.", "07/23/2024."),
                Arguments.of("\"schemaVersion\" : 3", "\"schemaVersion\" : 4", "schemaVersion 4 is newer"),
                Arguments.of("\"schemaVersion\" : 3", "\"schemaVersion\" : \"1\"", "not a whole number"),
                Arguments.of("\"period\" : \"2025-03\"", "\"period\" : \"2025-99\"", "'2025-99' is not a period"),
                Arguments.of("\"DESCRIPTIVE\"", "\"GOOD\"", "/systems/0/system/reading"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damagedSnapshotsAreRefusedWithTheLine(String good, String bad, String message) throws IOException {
        new PeriodStore(data).write(SamplePeriod.evaluated());
        edit("snapshot.json", good, bad);
        assertThatThrownBy(() -> store().read("2025-03"))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("(?s).*snapshot.json:\\d+: .*")
                .hasMessageContaining(message);
    }

    @Test
    void tornFilesAreRefusedAtEveryLength() throws IOException {
        new PeriodStore(data).write(SamplePeriod.evaluated());
        Path file = data.resolve("periods/2025-03/snapshot.json");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length += 97) {
            Files.writeString(file, whole.substring(0, length));
            seal();
            assertThatThrownBy(() -> store().read("2025-03")).isInstanceOf(DataException.class);
        }
    }

    @Test
    void aTornLineOfLabelsNamesItsLine() throws IOException {
        new PeriodStore(data).write(SamplePeriod.evaluated());
        edit("labels/alpha.jsonl", "\"????\"}", "");
        assertThatThrownBy(() -> store().read("2025-03")).hasMessageContaining("alpha.jsonl:2: Unexpected end");
    }

    private PeriodStore store() {
        return new PeriodStore(data);
    }

    /** Edits a file and its checksum, so that only the meaning is wrong. */
    private void edit(String name, String from, String to) throws IOException {
        Path file = data.resolve("periods/2025-03").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        seal();
    }

    private void seal() throws IOException {
        Path folder = data.resolve("periods/2025-03");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : FolderFiles.names(folder)) {
            files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        Files.writeString(folder.resolve(Checksums.FILE), Checksums.write(files));
    }

    private static List<String> checkModels(ModelEntry extra) {
        List<ModelEntry> models =
                new ArrayList<>(SamplePeriod.imported().snapshot().models());
        models.add(extra);
        return check(SamplePeriod.withModels(SamplePeriod.imported(), models));
    }

    private static List<String> checkScores(ScoreCell... scores) {
        return check(SamplePeriod.withScores(SamplePeriod.imported(), List.of(scores)));
    }

    private static List<String> check(PeriodRecord record) {
        return SnapshotCheck.check(record).stream().map(Object::toString).toList();
    }
}
