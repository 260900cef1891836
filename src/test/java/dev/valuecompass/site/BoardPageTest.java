package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leaderboard as a visitor without JavaScript gets it, and as the scripts read it. */
@Tag("slow")
class BoardPageTest {
    @TempDir
    private Path out;

    @Test
    void equalMeansShareARank() {
        // Schwartz: 40, 43 … 67 has mean 53.5; 52.5, 53.5 … 61.5 has mean 57.
        Document page = Rendered.of(out, SmallPeriod.usual("2026-11").build()).page("index.html");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                .containsExactly("birch-mini", "alder-2", "cedar-r");
        assertThat(page.select("table.board tbody td.rank").eachText()).containsExactly("1", "2", "2");
        assertThat(page.select("table.board tbody td[data-key=score]").eachAttr("data-value"))
                .containsExactly("57", "53.5", "53.5");
    }

    @Test
    void aMissingScoreIsShownAndLeavesTheModelUnranked() {
        SmallPeriod period = SmallPeriod.usual("2026-11").without("birch-mini", "schwartz", "power");
        Document page = Rendered.of(out, period.build()).page("2026-11/schwartz/index.html");
        Element row = page.selectFirst("tr[data-model=birch-mini]");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                .last()
                .isEqualTo("birch-mini");
        assertThat(row.selectFirst("td.rank").text()).isEqualTo("–");
        assertThat(row.selectFirst("td[data-key=score] .figure").text()).isEqualTo("–");
        Element missing = row.selectFirst("td[data-key=dim:power]");
        assertThat(missing.text()).isEqualTo("–");
        assertThat(missing.hasAttr("data-value")).isFalse();
        assertThat(missing.attr("title")).contains("Power");
    }

    @Test
    void zeroCountsAndAHundredStandsAboveNinetyNine() {
        SmallPeriod period = new SmallPeriod("2026-11", "safety")
                .model("a", "A", "X", true)
                .model("b", "B", "X", true)
                .model("c", "C", "X", true)
                .scores("a", "safety", 99.9, 0)
                .scores("b", "safety", 100, 0)
                .scores("c", "safety", 0, 0);
        Document page = Rendered.of(out, period.build()).page("index.html");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model")).containsExactly("b", "a", "c");
        assertThat(page.select("tr[data-model=c] td[data-key=score]").attr("data-value"))
                .isEqualTo("0");
        assertThat(page.select("tr[data-model=c] td.rank").text()).isEqualTo("3");
    }

    @Test
    void pairsThatAreToldApartAreSquares() {
        SmallPeriod period = new SmallPeriod("2026-11", "mft")
                .model("a", "A", "X", true)
                .model("b", "B", "X", true)
                .model("c", "C", "X", true)
                .scores("a", "mft", 100, 0)
                .scores("b", "mft", 100, 0)
                .scores("c", "mft", 0, 0);
        for (int i = 0; i < 20; i++) {
            period.item("q" + i, "mft", "?")
                    .label("a", "q" + i, "+++++")
                    .label("b", "q" + i, "+++++")
                    .label("c", "q" + i, ".....");
        }
        Rendered site = Rendered.of(out, period.build());
        Element picture = site.page("2026-11/mft/index.html").selectFirst("svg.pairs");
        assertThat(picture.attr("aria-label")).startsWith("2 of 3 pairs of models can be told apart");
        assertThat(picture.select("text[translate=no]").eachText()).containsExactly("A", "B", "C");
        assertThat(picture.selectFirst(".pairs-apart").attr("d")).isEqualTo("M2 0h1M2 1h1M0 2h2");
        assertThat(site.page("index.html").select("svg.pairs")).isEmpty();
    }

    @Test
    void scriptsFindWhatTheyRead() {
        Document page = Rendered.of(out, SmallPeriod.usual("2026-11").build()).page("2026-11/schwartz/index.html");
        assertThat(page.selectFirst("html").attr("data-root")).isEqualTo("../../");
        Element table = page.selectFirst("table.board");
        assertThat(table.attr("data-system")).isEqualTo("schwartz");
        assertThat(table.attr("data-period")).isEqualTo("2026-11");
        assertThat(table.select("thead th").eachAttr("data-key"))
                .startsWith("rank", "model", "score", "dim:self-direction");
        assertThat(table.select("thead th")).allMatch(th -> th.attr("scope").equals("col"));
        Element row = table.selectFirst("tr[data-model=alder-2]");
        assertThat(row.attr("data-developer")).isEqualTo("Northwind Labs");
        assertThat(row.attr("data-open")).isEqualTo("true");
        assertThat(table.selectFirst("tr[data-model=cedar-r]").attr("data-open"))
                .isEmpty();
        assertThat(page.select("#weights").attr("data-presets")).contains("\"dimensions\":[{\"id\":\"self-direction\"");
        assertThat(page.select("#weights, #tools, #pool, #notice")).allMatch(e -> e.hasAttr("hidden"));
    }

    @Test
    void columnsOfAllSystemsStandUnderTheNamesOfThese() {
        Rendered site = Rendered.of(out, SmallPeriod.usual("2026-11").build());
        Element table = site.page("2026-11/all/index.html").selectFirst("table.board");
        assertThat(table.select(".bands th").eachText()).containsExactly("Basic Human Values", "Safety Taxonomy");
        assertThat(table.select(".bands th")).allMatch(th -> th.attr("scope").equals("colgroup"));
        List<String> columns = table.select("thead th[data-key^=dim:]").eachAttr("data-key");
        int from = 0;
        for (Element band : table.select(".bands th")) {
            int to = from + Integer.parseInt(band.attr("colspan"));
            // As wide as the columns under it that are shown: a mark for each, which is left out with its column.
            assertThat(band.select("[data-panel]").eachAttr("data-panel")).isEqualTo(columns.subList(from, to));
            from = to;
        }
        assertThat(from).isEqualTo(columns.size());
        assertThat(site.page("2026-11/schwartz/index.html").select(".bands")).isEmpty();
    }

    @Test
    void everyPageOfASyntheticPeriodSaysSo() {
        Rendered site = Rendered.of(out, SmallPeriod.usual("2026-11").build());
        assertThat(site.pages())
                .isNotEmpty()
                .allMatch(path ->
                        site.page(path).select(".banner-synthetic").text().contains("fictional"));
    }

    @Test
    void importedFiguresNameTheirSourceAndTheirCorrections() {
        Rendered site = Rendered.of(
                out, SmallPeriod.usual("2025-02").imported().withoutIntervals().build());
        Document page = site.page("2025-02/index.html");
        assertThat(page.select(".banner-imported").text()).contains("Value Compass, https://valuecompass.github.io/");
        assertThat(page.select(".banner-errata"))
                .as("a date was set right, no figure")
                .isEmpty();
        assertThat(site.page("2025-02/data/index.html")
                        .getElementById("errata")
                        .parent()
                        .text())
                .contains("no figure changed");
        assertThat(page.select("thead [data-key=coverage]"))
                .as("the source does not say it of any model")
                .isEmpty();
        assertThat(page.select(".banner-synthetic")).isEmpty();
        assertThat(page.select("table.board caption").text()).contains("Uncertainty not reported");
    }
}
