package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot.Erratum;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueCompassImportTest {
    private static Theory theory;

    @TempDir
    Path folder;

    private PublishedFolder published;

    @BeforeAll
    static void theory(@TempDir Path empty) {
        theory = Theory.load(DataFolder.over(empty));
    }

    @BeforeEach
    void publish() {
        published = new PublishedFolder(folder);
    }

    @Test
    void aPublicationWithoutDefectsBecomesAPeriod() {
        PeriodRecord period = importer().period("2025-02", null, theory);

        assertThat(period.snapshot().models())
                .extracting(ModelEntry::id)
                .containsExactly("alpha-1", "beta-2", "delta-4", "gamma-3");
        assertThat(period.snapshot().models().get(0).released()).isEqualTo(LocalDate.of(2024, 8, 8));
        assertThat(period.snapshot().models().get(0).open()).isTrue();
        assertThat(period.snapshot().errata()).isEmpty();
        assertThat(period.snapshot().systems()).hasSize(4);
        assertThat(period.snapshot().systems().get(0).scores())
                .filteredOn(cell ->
                        cell.model().equals("beta-2") && cell.dimension().equals("hedonism"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.conformity()).isEqualTo(41.5);
                    assertThat(cell.interval())
                            .as("uncertainty is not reported")
                            .isNull();
                });
    }

    @Test
    void highlightsBecomeSpansOfTheAnswer() {
        Case first = importer()
                .period("2025-02", null, theory)
                .cases()
                .get("alpha-1")
                .get(0);

        assertThat(first.answer()).isEqualTo("It should. People need it.");
        assertThat(first.readings().get(0).evidence()).containsExactly(new Evidence(11, 26));
        assertThat(first.readings().get(0).label()).isEqualTo(Label.EXPRESSES);
    }

    @Test
    void cultureFitsKeepTheSourcesNameForThem() {
        assertThat(importer().period("2025-02", null, theory).snapshot().cultureFigures())
                .extracting(figure -> figure.country() + " " + figure.value())
                .containsExactly("FR 0.5", "GB -0.25");
    }

    @Test
    void aDateThatIsNotIsoStopsTheImport() {
        published.set("models_info.json", 2, "release date", "07/23/2024.");
        assertStops("models_info.json: row 2 (Beta 2), release date: '07/23/2024.' is not an ISO date", "2024-07-23");
    }

    @Test
    void anAmbiguousDateIsNotGuessed() {
        published.set("models_info.json", 2, "release date", "07/08/2024");
        assertStops("'07/08/2024' is not an ISO date (YYYY-MM-DD); drop it");
    }

    @Test
    void aTrailingSpaceStopsTheImport() {
        published.set("Risk_scores.json", 3, "model", "Gamma 3 ");
        assertStops("Risk_scores.json: row 3 (Gamma 3), model: 'Gamma 3 ' has spaces around it; set it to 'Gamma 3'");
    }

    @Test
    void aNoBreakSpaceIsASpace() {
        published.set("models_info.json", 1, "report", "https://example.org/\u00a0");
        assertStops("models_info.json: row 1 (Alpha 1), report");
    }

    @Test
    void casesOfAModelWithoutScoresStopTheImport() {
        published.set("MFT_cases.json", 1, "model", "Omega 9");
        assertStops("MFT_cases.json: row 1 (Omega 9): this model has no scores; drop it");
    }

    @Test
    void aNearDuplicateNameStopsTheImport() {
        published.set("MFT_scores.json", 2, "model", "beta-2");
        assertStops(
                "MFT_scores.json: row 2 (beta-2), model: 'beta-2' is called 'Beta 2' elsewhere; rename it to 'Beta 2'");
    }

    @Test
    void aSecondRowForAModelStopsTheImport() {
        published.set("MFT_scores.json", 2, "model", "Alpha 1");
        assertStops("MFT_scores.json: row 2 (Alpha 1): a second row for this model; drop it");
    }

    @Test
    void aScoreOutOfRangeStopsTheImport() {
        published.set("Schwartz_scores.json", 1, "Power", -3);
        assertStops("Schwartz_scores.json: row 1 (Alpha 1), Power: -3 is no score from 0 to 100; drop it");
    }

    @Test
    void aRowTenTimesItsColumnsScaleStopsTheImport() {
        published
                .rows("Schwartz_scores.json")
                .get(3)
                .replaceAll((column, value) -> value instanceof Double score ? (Object) (score * 10) : value);
        assertStops(
                "Schwartz_scores.json: row 4 (Delta 4), Power: 435.0 is about 10 times the scale", "set it to '43.5'");
    }

    @Test
    void anUnknownDimensionStopsTheImport() {
        published.set("Schwartz_scores.json", 1, "Courage", 3);
        assertStops("'Courage' is not a dimension of schwartz (known: Achievement, Benevolence");
    }

    @Test
    void aDimensionThatIsSpeltOtherwiseIsRenamed() {
        published.rows("Schwartz_scores.json").get(0).put("Self direction", 1);
        assertStops("'Self direction' is not a dimension", "rename it to 'Self-direction'");
    }

    @Test
    void aHighlightOfAnotherTextStopsTheImport() {
        published.set("MFT_cases.json", 1, "highlight", "<i>Something else</i>");
        assertStops("MFT_cases.json: row 1 (Alpha 1), highlight: the highlight is not the answer with marks; drop it");
    }

    @Test
    void tornJsonAndNotANumberNameTheFile() throws IOException {
        published.files();
        Files.writeString(folder.resolve("MFT_scores.json"), "{\"data\": [{\"model\": \"A\", \"Care/Harm\": NaN}]}");
        assertThatThrownBy(() -> new ValueCompassImport(SourceFiles.in(folder), "x", doubt -> {})
                        .period("2025-02", null, theory))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("MFT_scores.json:1");
        Files.writeString(folder.resolve("MFT_scores.json"), "{\"data\": [{\"model\"");
        assertThatThrownBy(() -> new ValueCompassImport(SourceFiles.in(folder), "x", doubt -> {})
                        .period("2025-02", null, theory))
                .hasMessageContaining("MFT_scores.json:1");
    }

    @Test
    void everyDefectIsListedAtOnce() {
        published.set("models_info.json", 2, "release date", "07/23/2024.");
        published.set("Risk_scores.json", 3, "model", "Gamma 3 ");
        assertThatThrownBy(() -> importer().period("2025-02", null, theory))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.defects()).hasSize(2));
    }

    @Test
    void suggestedFixesMendEveryDefectAndAreThePublishedErrata() throws IOException {
        published.set("models_info.json", 2, "release date", "07/23/2024.");
        published.set("Risk_scores.json", 3, "model", "Gamma 3 ");
        published.set("MFT_cases.json", 1, "model", "Omega 9");
        published.set("MFT_scores.json", 2, "model", "beta-2");
        published.rows("Schwartz_scores.json").get(0).put("Self direction", 1);
        published.rows("Schwartz_scores.json").get(0).remove("Self-direction");
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, importer().suggestFixes());

        PeriodRecord period = importer().period("2025-02", fixes, theory);

        assertThat(period.snapshot().errata())
                .extracting(Erratum::action, Erratum::row, Erratum::before, Erratum::after)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "set", "row 2 (Beta 2), release date", "07/23/2024.", "2024-07-23"),
                        org.assertj.core.groups.Tuple.tuple("set", "row 3 (Gamma 3), model", "Gamma 3 ", "Gamma 3"),
                        org.assertj.core.groups.Tuple.tuple("rename", "row 2 (beta-2), model", "beta-2", "Beta 2"),
                        org.assertj.core.groups.Tuple.tuple("drop", "row 1 (Omega 9)", "Omega 9", ""));
        assertThat(period.snapshot().models()).hasSize(4);
        assertThat(period.cases().get("alpha-1")).hasSize(3);
    }

    @Test
    void exactlyTheGivenFixesAreApplied() throws IOException {
        published.set("models_info.json", 2, "release date", "07/23/2024.");
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, importer().suggestFixes());
        published.set("Risk_scores.json", 3, "model", "Gamma 3 ");

        assertThatThrownBy(() -> importer().period("2025-02", fixes, theory))
                .hasMessageContaining("Gamma 3")
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.defects()).hasSize(1));
    }

    @Test
    void aFixForAnotherValueIsRefused() throws IOException {
        published.set("models_info.json", 2, "release date", "07/23/2024.");
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, importer().suggestFixes());
        published.set("models_info.json", 2, "release date", "09/23/2024.");

        assertThatThrownBy(() -> importer().period("2025-02", fixes, theory))
                .hasMessageContaining("the fix expects '07/23/2024.', published is '09/23/2024.'");
    }

    @Test
    void aFixThatIsNoFixNamesItsLine() throws IOException {
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, "fixes:\n- file: MFT_scores.json\n  row: 1\n  action: mend\n");
        assertThatThrownBy(() -> importer().period("2025-02", fixes, theory))
                .hasMessageContaining("fixes.yml:4")
                .hasMessageContaining("mend");
    }

    @Test
    void hostileNamesBecomeHarmlessIds() {
        assertThat(Map.of("../../x", ModelIds.of("../../x"), "A\u202eB", ModelIds.of("A\u202eB")))
                .containsEntry("../../x", "x")
                .containsEntry("A\u202eB", "a-b");
    }

    private ValueCompassImport importer() {
        return new ValueCompassImport(published.files(), "folder", doubt -> {});
    }

    private void assertStops(String... fragments) {
        assertThatThrownBy(() -> importer().period("2025-02", null, theory))
                .isInstanceOf(DataException.class)
                .message()
                .contains(List.of(fragments));
    }
}
