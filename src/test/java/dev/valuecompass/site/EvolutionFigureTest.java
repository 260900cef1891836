package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.EvolutionRecordFields;
import dev.valuecompass.snapshot.EvolvedPeriod;
import dev.valuecompass.snapshot.SamplePeriod;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How items evolved, as the page of a period shows it. */
class EvolutionFigureTest {
    private static final String PAGE = "2025-03/items/toy/index.html";

    @TempDir
    private Path out;

    /**
     * Four pulls over 568 units: 142 each, from 56. The highest figure is 8, so the axis goes by 2 to 8 over the 164 units
     * from 196 up: 6.5 lies at 196 − 164 · 6.5 / 8 = 62.75 and 4.5 of the starting items at 103.75. Two topics are 60
     * units, so one is at 266. The last of the best, 8, is 78 % above 4.5.
     */
    @Test
    void aPeriodThatEvolvedShowsItsOwnCurve() {
        Document page = Rendered.of(out, EvolvedPeriod.frozen()).page(PAGE);

        Element section = page.selectFirst(".growth");
        assertThat(section.selectFirst(".growth-best").attr("d")).isEqualTo("M340.0 62.8L482.0 32.0L624.0 32.0");
        assertThat(section.select(".growth-best").get(1).attr("d"))
                .isEqualTo("M198.0 296.0L340.0 266.0L482.0 236.0L624.0 236.0");
        assertThat(section.selectFirst(".growth-initial").attr("d")).isEqualTo("M56.0 103.8H624.0");
        assertThat(section.selectFirst(".growth-rewards").attr("d")).startsWith("M198.0 196.0h0M340.0 73.0h0");
        assertThat(section.selectFirst("svg").attr("aria-label"))
                .contains(
                        "After 4 pulls the best new questions, 2 at most, had a mean informativeness of 8.00, against 4.50"
                                + " of the starting ones (+78 %), and were about 2 topics.");
        assertThat(section.selectFirst("p").text())
                .contains("Proposed by Alpha; judged by the answers of Beta, Gamma.");
        assertThat(section.select("tbody tr").eachText())
                .containsExactly("1 0.00 – 0", "2 6.00 6.50 1", "3 7.33 8.00 2", "4 5.00 8.00 2");
        assertThat(section.select("thead th").eachText())
                .containsExactly(
                        "Pulls",
                        "Mean reward of these pulls",
                        "Best 2 by then, mean informativeness",
                        "Topics they are about");
    }

    @Test
    void aPeriodThatDidNotEvolveHasNone() {
        Document page = Rendered.of(out, SamplePeriod.frozen()).page(PAGE);
        assertThat(page.select(".growth")).isEmpty();
        assertThat(page.text()).contains("0 made for this period, 0 anchors from the period before");
    }

    /** From next to nothing everything is a multiple: .54 against .01 is told without one. */
    @Test
    void fromNearlyNothingNoRatioIsTold() {
        EvolutionRecord stories = EvolutionRecordFields.builder()
                .method("denevil")
                .worth("violation by the recogniser")
                .settings("{}")
                .explorers(List.of("alpha"))
                .scorers(List.of("gamma"))
                .initial(0.01)
                .top(10)
                .rewards(List.of(0.54))
                .best(List.of(0.54))
                .topics(List.of(1))
                .continues(null)
                .arms(null)
                .check(null)
                .mixture(null)
                .review(null)
                .build();
        assertThat(Rendered.of(out, EvolvedPeriod.with(stories))
                        .page(PAGE)
                        .selectFirst(".growth p")
                        .text())
                .contains("a mean violation of 0.54, against 0.01 of the starting ones, and were about 1 start");
    }

    /** Models of another leaderboard may carry any name, and a search may find nothing. */
    @Test
    void nothingFoundIsSaidAndNoNameIsMarkup() {
        EvolutionRecord nothing = EvolutionRecordFields.builder()
                .method("denevil")
                .worth("violation by the recogniser")
                .settings("{}")
                .explorers(List.of(SampleSites.HOSTILE))
                .scorers(List.of("gamma"))
                .initial(null)
                .top(100)
                .rewards(List.of(0.0, 0.0))
                .best(Arrays.asList(null, null))
                .topics(List.of(0, 0))
                .continues(null)
                .arms(null)
                .check(null)
                .mixture(null)
                .review(null)
                .build();
        Document page = Rendered.of(out, EvolvedPeriod.with(nothing)).page(PAGE);

        assertThat(page.selectFirst(".growth p").text()).startsWith("After 2 pulls there were no new openings.");
        assertThat(page.select(".growth img, .growth script")).isEmpty();
        assertThat(page.selectFirst(".growth-best").attr("d")).isEmpty();
        assertThat(page.select(".growth-initial")).isEmpty();
    }
}
