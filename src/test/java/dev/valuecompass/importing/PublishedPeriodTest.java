package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The original platform's period of February 2025, as far as it is at hand. */
class PublishedPeriodTest {
    private static final Path PUBLISHED = Path.of("../shared/data/value-compass");

    @TempDir
    static Path folder;

    private static Theory theory;
    private static PeriodRecord period;

    @BeforeAll
    static void importWithReviewedFixes() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "the published files are not at " + PUBLISHED);
        theory = Theory.load(DataFolder.over(folder));
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, importer().suggestFixes());
        new PeriodStore(folder).write(importer().period("2025-02", fixes, theory));
        period = new PeriodStore(folder).read("2025-02");
    }

    @Test
    void withoutFixesItsDefectsStopTheImport() {
        assertThatThrownBy(() -> importer().period("2025-02", null, theory))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'07/23/2024.' is not an ISO date")
                .hasMessageContaining("'Google Deepmind ' has spaces around it");
    }

    @Test
    void everyModelScoreAndCaseIsThere() {
        assertThat(period.snapshot().models()).hasSize(20);
        assertThat(period.snapshot().systems())
                .allSatisfy(system -> assertThat(system.scores())
                        .hasSize(20 * system.system().dimensions().size()));
        assertThat(period.cases().values().stream().mapToInt(List::size).sum()).isEqualTo(371 + 101 + 219 + 216);
        assertThat(period.snapshot().synthetic()).isFalse();
        assertThat(period.snapshot().cultureFigures()).hasSize(20 * 7);
    }

    /** Equal-weight means as anybody can add them up from the published files. */
    @ParameterizedTest
    @CsvSource({
        "o3-mini, schwartz, 49.79",
        "o3-mini, mft, 34.61",
        "gpt-4o, schwartz, 45.10",
        "gpt-4o, safety, 95.11",
        "o1-mini, mft, 47.18",
        "gemini-2.0-pro, mft, 35.00",
        "gpt-3.5-turbo, schwartz, 20.31"
    })
    void equalWeightMeansAreThePublishedOnes(String model, String system, double mean) {
        assertThat(period.snapshot().systems().stream()
                        .filter(result -> result.system().id().equals(system))
                        .flatMap(result -> result.scores().stream())
                        .filter(cell -> cell.model().equals(model))
                        .mapToDouble(ScoreCell::conformity)
                        .average())
                .hasValueCloseTo(mean, within(0.005));
    }

    @Test
    void evidenceIsMarkedInEveryCaseThatPublishesIt() {
        List<Case> cases =
                period.cases().values().stream().flatMap(List::stream).toList();
        assertThat(cases.stream()
                        .filter(c -> c.readings().get(0).evidence().isEmpty())
                        .count())
                .as("28 of the published cases carry no mark")
                .isEqualTo(28);
        assertThat(cases)
                .noneMatch(c -> c.readings().stream()
                        .flatMap(reading -> reading.evidence().stream())
                        .anyMatch(span -> span.end() > c.answer().length()));
    }

    @Test
    void everyRepairIsPublished() {
        assertThat(period.snapshot().errata())
                .isNotEmpty()
                .anyMatch(erratum -> erratum.before().equals("07/23/2024.")
                        && erratum.after().equals("2024-07-23"));
    }

    private static ValueCompassImport importer() {
        return new ValueCompassImport(SourceFiles.in(PUBLISHED), PUBLISHED.toString(), doubt -> {});
    }
}
