package dev.valuecompass.findings;

import static dev.valuecompass.findings.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.importing.SourceFiles;
import dev.valuecompass.importing.ValueCompassImport;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.scores.CultureFit;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings about the original platform's period of February 2025: real figures without any uncertainty. */
class PublishedPeriodFindingsTest {
    private static final Path PUBLISHED = Path.of("../shared/data/value-compass");

    @TempDir
    static Path folder;

    private static PeriodRecord period;
    private static List<Finding> findings;

    @BeforeAll
    static void importAndFind() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "skipped: the published files are not at " + PUBLISHED);
        Theory theory = Theory.load(DataFolder.over(folder));
        ValueCompassImport published =
                new ValueCompassImport(SourceFiles.in(PUBLISHED), PUBLISHED.toString(), doubt -> {});
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, published.suggestFixes());
        period = published.period("2025-02", fixes, theory);
        findings = Findings.of(period, Optional.empty(), theory);
    }

    /** In the published file o1-mini has 479.8 / 6 = 79.97 on average over the six domains, the lowest of 20. */
    @Test
    void moralFoundationsLeaveRoomAndSafetyIsNearItsCeilingForMostButNotForAll() {
        Finding safety = finding("ceiling-safety");
        assertThat(safety.verdict()).isEqualTo(Verdict.NOT_HELD);
        assertThat(safety.n()).isEqualTo(20);
        assertThat(safety.statistic().value()).isCloseTo(79.97, within(0.005));
        assertThat(english(safety.sentence())).contains("15 of 20 models lie above 90, and the mean of all is 92.8");
        Finding moral = finding("room-mft");
        assertThat(moral.verdict()).isEqualTo(Verdict.HELD);
        assertThat(moral.n()).isEqualTo(20);
        assertThat(moral.statistic().value()).isLessThan(70);
        assertThat(finding("room-safety").verdict()).isEqualTo(Verdict.NOT_HELD);
    }

    @Test
    void groupsAndFamiliesHaveStatisticSizeAndVerdict() {
        for (String system : List.of("schwartz", "mft", "unique", "safety")) {
            for (String claim : List.of("open-and-proprietary-", "families-")) {
                Finding found = finding(claim + system);
                assertThat(found.statistic().value()).as(found.id()).isNotNull();
                assertThat(found.statistic().p()).as(found.id()).isBetween(0.0, 1.0);
                assertThat(found.n()).as(found.id()).isEqualTo(20);
                assertThat(english(found.sentence())).as(found.id()).contains("p ");
            }
        }
    }

    /** Intervals over models are ours; an interval of a published score would be an invention. */
    @Test
    void nothingClaimsAnUncertaintyThatTheSourceDoesNotReport() {
        for (String id : List.of("ceiling-safety", "room-safety", "ceiling-mft", "room-mft")) {
            assertThat(english(finding(id).method())).contains("uncertainty is not reported");
            assertThat(finding(id).statistic().interval()).isNull();
            assertThat(finding(id).statistic().p()).isNull();
        }
        assertThat(finding("anchor-drift").verdict()).isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    /**
     * The heatmap gives 0.878787… for GPT-4o and France, which is Spearman's 1 − 6 Σd²/990 with Σd² = 20. Swapping places
     * 1 with 3 and 2 with 4 (Σd² = 8 each), 5 with 6 and 7 with 8 (2 each) in GPT-4o's own order makes that 20.
     */
    @Test
    void aCultureInTheRightOrderGivesThePublishedCell() throws IOException {
        double published = period.snapshot().cultureFigures().stream()
                .filter(figure ->
                        figure.model().equals("gpt-4o") && figure.country().equals("FR"))
                .findFirst()
                .orElseThrow()
                .value();
        Map<String, Double> scores = new PeriodFigures(period, Optional.empty(), Theory.load(DataFolder.over(folder)))
                .profiles("schwartz")
                .get("gpt-4o");
        List<String> order = new ArrayList<>(scores.keySet());
        order.sort(Comparator.comparing(scores::get).reversed());
        Collections.swap(order, 0, 2);
        Collections.swap(order, 1, 3);
        Collections.swap(order, 4, 5);
        Collections.swap(order, 6, 7);
        StringBuilder values = new StringBuilder();
        order.forEach(dimension -> values.append("      ")
                .append(dimension)
                .append(": ")
                .append(5 - order.indexOf(dimension))
                .append('\n'));
        Path own = Files.createDirectories(folder.resolve("own/cultures")).getParent();
        Files.writeString(own.resolve("cultures/cell.yml"), """
                id: cell
                name: An order that reproduces a published cell
                system: schwartz
                instrument: none
                scale: places
                range: {least: -5, most: 5}
                source: worked out from the published heatmap
                licence: none
                notes: [not a survey]
                cultures:
                  - code: FR
                    country: France
                    year: 2025
                    n:
                    scores:
                """ + values);
        Theory theory = Theory.load(DataFolder.over(own));
        Double fit = CultureFit.of(
                theory.system("schwartz").dimensionIds(),
                scores,
                theory.culture("cell/FR").scores());
        assertThat(published).isCloseTo(0.8788, within(0.00005));
        assertThat(fit).isCloseTo(published, within(0.00005));
    }

    private static Finding finding(String id) {
        return findings.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
