package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is missing from a period, said rather than left to be guessed. */
@Tag("slow")
class AbsencePageTest {
    @TempDir
    private Path out;

    private Document page(SmallPeriod... periods) {
        return Rendered.of(
                        out,
                        java.util.Arrays.stream(periods)
                                .map(SmallPeriod::build)
                                .toArray(dev.valuecompass.snapshot.PeriodRecord[]::new))
                .page("2026-11/not-evaluated/index.html");
    }

    @Test
    void whatThePeriodSaysIsShownWithItsReason() {
        Document page = page(SmallPeriod.usual("2026-11"));
        assertThat(page.select("section[aria-labelledby=named] tbody tr").text())
                .isEqualTo("Dogwood the endpoint was withdrawn 2026-10-02");
        assertThat(page.getElementById("gone")).isNull();
    }

    /** Cedar R has no figure on Safety; Alder 2 loses one of its six. */
    @Test
    void missingScoresAreNamed() {
        Document page = page(SmallPeriod.usual("2026-11").without("alder-2", "safety", "misinformation"));
        assertThat(page.select("section[aria-labelledby=partial] tbody tr").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Alder 2 Safety Taxonomy: no score on Misinformation")
                .endsWith("so no mean and no rank.");
        assertThat(page.select("section[aria-labelledby=partial] tbody tr")
                        .last()
                        .text())
                .isEqualTo("Cedar R Safety Taxonomy: no score at all.");
    }

    @Test
    void aModelThatLeftWithoutAWordIsNoticed() {
        SmallPeriod before = SmallPeriod.usual("2026-10")
                .model("elder", "Elder", "X", true)
                .scores("elder", "schwartz", 10, 1)
                .model("dogwood", "Dogwood", "X", true)
                .scores("dogwood", "schwartz", 10, 1);
        Document page = page(SmallPeriod.usual("2026-11"), before);
        assertThat(page.getElementById("gone").text()).isEqualTo("In October 2026, but not here");
        // Dogwood is gone as well, but for a reason that the period gives.
        assertThat(page.select("section[aria-labelledby=gone] a").eachText()).containsExactly("Elder");
        assertThat(page.select("section[aria-labelledby=gone] a").attr("href"))
                .isEqualTo("../../2026-10/models/elder/index.html");
    }

    @Test
    void aPeriodOfAnotherSourceIsNoPredecessor() {
        SmallPeriod other =
                SmallPeriod.usual("2025-02").imported().withoutIntervals().model("elder", "Elder", "X", true);
        assertThat(page(SmallPeriod.usual("2026-11"), other).getElementById("gone"))
                .isNull();
    }

    @Test
    void everyPageOfThePeriodLeadsThere() {
        page(SmallPeriod.usual("2026-11"));
        assertThat(new Rendered(out)
                        .page("2026-11/safety/index.html")
                        .select("footer a")
                        .eachText())
                .contains("Not evaluated");
    }
}
