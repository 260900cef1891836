package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        // Of five values, 40, 43 … 52 has mean 46; 52.5, 53.5 … 56.5 has mean 54.5.
        Document page = Rendered.of(out, foundations().build()).page("index.html");
        assertThat(page.selectFirst("table.board").hasClass("by-name")).isFalse();
        assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                .containsExactly("birch-mini", "alder-2", "cedar-r");
        assertThat(page.select("table.board tbody td.rank").eachText()).containsExactly("1", "2", "2");
        assertThat(page.select("table.board tbody td[data-key=score]").eachAttr("data-value"))
                .containsExactly("54.5", "46", "46");
        assertThat(page.select(".order-note")).isEmpty();
    }

    /** A mean over values that pull in opposite directions puts nobody first; ranks wait until a visitor asks. */
    @Test
    void whereMoreIsNotBetterModelsStandByName() {
        SmallPeriod period = SmallPeriod.usual("2026-11").model("aa", "alder 10", "X", null);
        Rendered site = Rendered.of(out, period.scores("aa", "schwartz", 52, 1).build());
        for (String address : List.of("index.html", "2026-11/schwartz/index.html", "2026-11/all/index.html")) {
            Document page = site.page(address);
            assertThat(page.selectFirst("table.board").hasClass("by-name")).isTrue();
            assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                    .as("numbers by their size, capitals like small letters")
                    .containsExactly("alder-2", "aa", "birch-mini", "cedar-r");
            assertThat(page.selectFirst("caption .order-note").text())
                    .startsWith("Listed by name: more is not better here");
        }
        // The figures are there for who asks: 53.5, 56.5, 57 and 53.5.
        assertThat(site.page("index.html").select("table.board tbody td.rank").eachAttr("data-value"))
                .containsExactly("3", "2", "1", "3");
        assertThat(site.page("2026-11/models/aa/index.html")
                        .selectFirst("#profile-schwartz")
                        .text())
                .doesNotContain("rank");
        Document safety = site.page("2026-11/safety/index.html");
        assertThat(safety.select("table.board.by-name, .order-note")).isEmpty();
    }

    private static SmallPeriod foundations() {
        return new SmallPeriod("2026-11", "mft")
                .model("alder-2", "Alder 2", "X", true)
                .model("birch-mini", "Birch mini", "X", true)
                .model("cedar-r", "Cedar R", "X", true)
                .scores("alder-2", "mft", 40, 3)
                .scores("birch-mini", "mft", 52.5, 1)
                .scores("cedar-r", "mft", 40, 3);
    }

    @Test
    void aMissingScoreIsShownAndLeavesTheModelUnranked() {
        SmallPeriod period = foundations().without("birch-mini", "mft", "care");
        Document page = Rendered.of(out, period.build()).page("2026-11/mft/index.html");
        Element row = page.selectFirst("tr[data-model=birch-mini]");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                .last()
                .isEqualTo("birch-mini");
        assertThat(row.selectFirst("td.rank").text()).isEqualTo("–");
        assertThat(row.selectFirst("td[data-key=score] .figure").text()).isEqualTo("–");
        Element missing = row.selectFirst("td[data-key=dim:care]");
        assertThat(missing.text()).isEqualTo("–");
        assertThat(missing.hasAttr("data-value")).isFalse();
        assertThat(missing.attr("title")).contains("Care");
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
        Element picture = site.page("2026-11/mft/index.html").selectFirst("figure svg.pairs");
        assertThat(picture.attr("aria-label")).startsWith("2 of 3 pairs of models can be told apart");
        assertThat(picture.select("text[translate=no]").eachText()).containsExactly("A", "B", "C");
        assertThat(picture.selectFirst(".pairs-apart").attr("d")).isEqualTo("M2 0h1M2 1h1M0 2h2");
        assertThat(site.page("index.html").select("svg.pairs")).isEmpty();
    }

    /**
     * 80 answers took 1,000 and 2,000 tokens, 12.5 and 25 each: at 8 and 16 dollars a million a thousand of them cost
     * (12.5 · 8 + 25 · 16) / 1,000 = 0.50 dollars.
     */
    @Test
    void whatModelsCostStandsBesideWhatTheyReach() {
        SmallPeriod period = foundations()
                .model("dear", "Dear", "X", null)
                .scores("dear", "mft", 90, 1)
                .price("alder-2", 8, 16)
                .price("cedar-r", 16, 32)
                .price("birch-mini", 32, 64);
        Document page = Rendered.of(out, period.build()).page("2026-11/mft/index.html");
        Element costs = page.selectFirst("section:has(> #costs)");
        assertThat(costs.selectFirst("p").text())
                .isEqualTo("No model that costs as little scores higher than these: Alder 2, Birch mini.");
        assertThat(costs.select("tbody tr").eachText())
                .containsExactly(
                        "Alder 2 $0.50 46.0 44.0–48.0 yes",
                        "Cedar R $1.00 46.0 44.0–48.0 no",
                        "Birch mini $2.00 54.5 52.5–56.5 yes");
        assertThat(costs.select("circle.first title").eachText()).containsExactly("Alder 2", "Birch mini");
        assertThat(costs.select(".costs-name").eachText())
                .containsExactlyInAnyOrder("Alder 2", "Cedar R", "Birch mini");
        // On the scale of logarithms a doubling is as wide wherever it stands.
        List<Double> across = costs.select("circle").eachAttr("cx").stream()
                .map(Double::valueOf)
                .toList();
        assertThat(across.get(1) - across.get(0)).isCloseTo(across.get(2) - across.get(1), within(0.2));
        assertThat(Double.valueOf(costs.select("circle.first").last().attr("cy")))
                .as("a higher score stands higher")
                .isLessThan(Double.valueOf(costs.select("circle.first").first().attr("cy")));
        assertThat(costs.selectFirst("figcaption").text())
                .contains("Intervals are not tests")
                .endsWith("Left out, since a price or a figure is missing: Dear.");
        assertThat(page.select("figure.costs svg[aria-label]")).hasSize(1);
    }

    /** Forty and more is no better there, so a model is worth what its figures are certain of. */
    @Test
    void whereMoreIsNotBetterCostStandsBesideCertainty() {
        SmallPeriod period = SmallPeriod.usual("2026-11").price("alder-2", 0, 0).price("birch-mini", 8, 16);
        period.recognizerError("schwartz", 0, 0);
        Rendered site = Rendered.of(out, period.build());
        Element costs = site.page("2026-11/schwartz/index.html").selectFirst("section:has(> #costs)");
        assertThat(costs.select("tbody tr").eachText())
                .containsExactly(
                        "Alder 2 $0.00 4.0 – yes",
                        costs.select("tbody tr").last().text());
        assertThat(costs.select("tbody tr").last().text())
                .startsWith("Birch mini $")
                .endsWith("4.0 – no");
        assertThat(costs.select("svg text").eachText()).contains("$0", "Mean width of the intervals, in points");
        assertThat(site.page("index.html").select("#costs"))
                .as("a page to begin with asks less")
                .isEmpty();
    }

    @Test
    void withoutPricesThePageSaysSo() {
        Element costs = Rendered.of(out, SmallPeriod.usual("2026-11").build())
                .page("2026-11/schwartz/index.html")
                .selectFirst("section:has(> #costs)");
        assertThat(costs.select("svg, table")).isEmpty();
        assertThat(costs.text()).contains("This period records no prices");
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
