package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models beside countries: the heatmap, the map and the page of a country. */
class CulturePagesTest {
    @TempDir
    private static Path out;

    private static Rendered site;

    /** Birch mini and the others have scores that rise by the order of the values, so all have the same ranks. */
    @BeforeAll
    static void render() {
        site = Rendered.of(out, SmallPeriod.usual("2026-11").build());
    }

    @Test
    void theCaptionNamesTheFormulaAndEveryRowCarriesWhatAnotherOneNeeds() {
        Document page = site.page("2026-11/cultures/wvs6/index.html");
        assertThat(page.selectFirst("#fits-caption").text()).isEqualTo("Spearman's rank correlation, n = 10 values");
        assertThat(page.select(".fits tbody tr").first().attr("data-scores"))
                .isEqualTo("40 43 46 49 52 55 58 61 64 67");
        assertThat(page.select(".fits thead th[data-scores]"))
                .hasSameSizeAs(page.select(".fits tbody tr").first().select("td"))
                .allMatch(head -> head.attr("data-scores").split(" ").length == 10);
    }

    @Test
    void modelsAndCountriesLieInOnePlaneWithATableAndASentence() {
        Element map = site.page("2026-11/cultures/wvs6/index.html").selectFirst(".culture-map");
        assertThat(map.selectFirst("p").text()).startsWith("3 models and 60 countries in one plane, which shows");
        assertThat(map.select("circle.map-model")).hasSize(3);
        assertThat(map.select("circle.map-dot")).hasSize(60);
        assertThat(map.select(".map-number")).hasSize(3);
        assertThat(map.select(".map-country")).hasSizeBetween(40, 60);
        assertThat(map.select("details tbody tr")).hasSize(63);
        // Profiles that are alike but for their level and spread are one point.
        assertThat(map.select(".map-model").eachAttr("cx").stream().distinct()).hasSize(1);
        for (Element mark : map.select(".map-model, .map-dot")) {
            assertThat(Double.parseDouble(mark.attr("cx"))).isBetween(0.0, 400.0);
            assertThat(Double.parseDouble(mark.attr("cy"))).isBetween(0.0, 400.0);
        }
    }

    /** All three rank the values alike, so one country is the best fit of all. */
    @Test
    void theOverviewSaysWhichCountryMostModelsFitBest() {
        Element card = site.page("2026-11/cultures/index.html").select(".card").first();
        assertThat(card.text()).containsPattern("\\w is closest to 3 of 3 models. Of the 3 best fits, [03] are closer");
        assertThat(card.text()).doesNotContain("..");
    }

    @Test
    void aCountryHasItsVectorItsSourceAndItsNearestModels() {
        Document page = site.page("2026-11/cultures/wvs6/cn.html");
        assertThat(page.selectFirst("h1").text()).isEqualTo("China");
        assertThat(page.selectFirst(".facts").text()).contains("CN", "Respondents");
        assertThat(page.getElementById("survey").parent().text()).contains("World Values Survey wave 6");
        assertThat(page.select(".bars tbody tr")).hasSize(10);
        assertThat(page.select(".bars tbody tr").first().select("td").first().text())
                .isEqualTo("1");
        assertThat(page.select("#nearest ~ .scroller tbody th a").eachText())
                .containsExactlyInAnyOrder("Alder 2", "Birch mini", "Cedar R");
        assertThat(page.select(".lead").text()).contains("is closest");
        assertThat(page.select("#alike ~ .scroller tbody tr")).hasSize(5);
        assertThat(site.brokenLinks()).isEmpty();
    }
}
