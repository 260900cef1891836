package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the published scores and answers of twenty real models say about themselves. */
class PublishedValidityTest {
    private static final Path PUBLISHED = Path.of("../shared/data/value-compass");

    @TempDir
    Path folder;

    /** The figures were worked out from the files in Python, with lengths in Unicode characters. */
    @Test
    void tenValuesAreMostlyOneAndFollowTheLengthOfTheAnswers() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "skipped: the published files are not at " + PUBLISHED);
        SystemValidity schwartz = PeriodValidity.of(period()).systems().stream()
                .filter(system -> system.system().equals("schwartz"))
                .findFirst()
                .orElseThrow();
        assertThat(schwartz.models()).isEqualTo(20);
        assertThat(schwartz.generalFactor().meanCorrelation()).isCloseTo(0.692, within(0.01));
        assertThat(schwartz.generalFactor().firstComponent()).isCloseTo(0.737, within(0.01));
        assertThat(schwartz.generalFactor().negativePairs()).isZero();
        assertThat(schwartz.generalGrade()).isEqualTo(Grade.FAIL);
        assertThat(schwartz.length().ofMean().rho()).isCloseTo(0.630, within(0.01));
        assertThat(schwartz.length().source()).isEqualTo("cases");
        assertThat(schwartz.lengthGrade()).isEqualTo(Grade.FAIL);
        assertThat(schwartz.missing()).containsExactly("labels", "reader");
        assertThat(schwartz.values()).hasSize(10).allSatisfy(value -> {
            assertThat(value.reliability()).isNull();
            assertThat(value.verdict()).isNotEqualTo(Grade.PASS);
            assertThat(value.checks()).containsEntry(ValueValidity.Check.RELIABILITY, Grade.UNKNOWN);
        });
    }

    private PeriodRecord period() throws IOException {
        ValueCompassImport published =
                new ValueCompassImport(SourceFiles.in(PUBLISHED), PUBLISHED.toString(), doubt -> {});
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, published.suggestFixes());
        return published.period("2025-02", fixes, Theory.load(DataFolder.over(folder)));
    }
}
