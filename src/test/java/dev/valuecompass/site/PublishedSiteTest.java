package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.importing.SourceFiles;
import dev.valuecompass.importing.ValueCompassImport;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.PeriodRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real period of February 2025 on pages: every score and every case, with nothing lost on the way. */
class PublishedSiteTest {
    private static final Path PUBLISHED = Path.of("../shared/data/value-compass");

    @TempDir
    static Path folder;

    private static PeriodRecord period;
    private static Rendered site;

    @BeforeAll
    static void renderWithReviewedFixes() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "the published files are not at " + PUBLISHED);
        ValueCompassImport published = new ValueCompassImport(
                SourceFiles.at(PUBLISHED.toString()), "https://valuecompass.github.io/", doubt -> {});
        Path fixes = folder.resolve("fixes.yml");
        Files.writeString(fixes, published.suggestFixes());
        period = published.period("2025-02", fixes, SmallPeriod.THEORY);
        site = Rendered.of(folder.resolve("site"), period);
    }

    @ParameterizedTest
    // Rounded means over the published columns, computed apart from this program.
    @CsvSource({"schwartz, o3-mini, 49.79", "mft, o3-mini, 34.61"})
    void equalWeightsGiveThePublishedMeans(String system, String model, String mean) {
        String shown = site.page("2025-02/" + system + "/index.html")
                .select("tr[data-model=" + model + "] td[data-key=score]")
                .attr("data-value");
        assertThat(Figures.two(Double.valueOf(shown))).isEqualTo(mean);
    }

    @Test
    void everyModelIsOnEveryBoard() {
        for (String system : List.of("schwartz", "mft", "safety", "unique")) {
            assertThat(site.page("2025-02/" + system + "/index.html").select("table.board tbody tr"))
                    .as(system)
                    .hasSize(20);
        }
    }

    /** As worked out from the files in Python: .692, .737 and .630, each as the page prints it. */
    @Test
    void thePageOfValiditySaysThatTenValuesAreMostlyOneAndFollowTheLength() {
        String page = site.page("2025-02/validity/index.html")
                .select("section[aria-labelledby=schwartz] dl")
                .text();
        assertThat(printed(page, "Mean correlation of the values ([0-9.]+) \\("))
                .isCloseTo(0.692, within(0.01));
        assertThat(printed(page, "the first component, what they have in common, holds ([0-9.]+) %") / 100)
                .isCloseTo(0.737, within(0.01));
        assertThat(printed(page, "mean length and mean score ([0-9.]+) \\(")).isCloseTo(0.630, within(0.01));
        assertThat(page).contains("20 models", "over the published answers", "Compare the profiles of models rather");
    }

    private static double printed(String page, String figure) {
        Matcher found = Pattern.compile(figure).matcher(page);
        assertThat(found.find()).as(figure + " in " + page).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void everyPublishedCaseIsOnItsModelsPageWithItsEvidenceMarked() {
        int cases = 0;
        for (Map.Entry<String, List<Case>> entry : period.cases().entrySet()) {
            Document page = site.page("2025-02/models/" + entry.getKey() + "/index.html");
            assertThat(page.select("article.case")).hasSameSizeAs(entry.getValue());
            for (Case one : entry.getValue()) {
                Element shown = page.getElementById("case-" + one.id());
                assertThat(shown.selectFirst(".prompt, summary").wholeText())
                        .isEqualTo(HostileText.visible(one.prompt()));
                assertThat(shown.selectFirst(".answer").wholeText()).isEqualTo(HostileText.visible(one.answer()));
                assertThat(String.join(
                                "|",
                                shown.select("mark").stream()
                                        .map(Element::wholeText)
                                        .toList()))
                        .as(one.id())
                        .isEqualTo(marked(one));
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(900);
    }

    /** The characters that any reading gives as evidence, runs of them joined by a stroke. */
    private static String marked(Case one) {
        BitSet bits = new BitSet();
        one.readings().stream()
                .flatMap(reading -> reading.evidence().stream())
                .forEach((Evidence span) -> bits.set(span.start(), span.end()));
        StringBuilder marked = new StringBuilder();
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            marked.append(marked.length() == 0 ? "" : "|")
                    .append(HostileText.visible(one.answer(), from, bits.nextClearBit(from)));
        }
        return marked.toString();
    }
}
