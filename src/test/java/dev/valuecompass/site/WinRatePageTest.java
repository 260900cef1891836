package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of win rates says, by figures that can be worked out by hand. */
class WinRatePageTest {
    @TempDir
    private Path out;

    /** Five values: Alder has 60, 62 … 68, mean 64; Birch 40, 38 … 32, mean 36; a duel, so that each pair adds up to 100. */
    @Test
    void theFirstIsNamedAndNothingIsSaidOfHowSureThatIs() {
        Document page = page(duel());
        assertThat(page.selectFirst("h1").text()).isEqualTo("Win rates, Moral Foundations");
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("Alder 2 has the highest mean, 64.0. How certain that is was not reported.");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model")).containsExactly("alder-2", "birch-mini");
        assertThat(page.select("td.rank").eachText()).containsExactly("1", "2");
        assertThat(page.select("td[data-key=score] .figure").eachText()).containsExactly("64.0", "36.0");
        assertThat(page.selectFirst("table.board caption").text())
                .isEqualTo("Moral Foundations: win rate of every model on each value."
                        + " Probability, in percent, of being rated above another model drawn at random (TrueSkill).");
        // Where conformity has an interval, a win rate has its spread over orders.
        assertThat(page.select(".bar-interval, .interval")).isEmpty();
        Element cell = page.selectFirst("tr[data-model=birch-mini] td[data-key=dim:sanctity]");
        assertThat(cell.text()).isEqualTo("32.0");
        assertThat(cell.attr("title")).isEqualTo("±0.5 over item orders");
    }

    @Test
    void meansOfAllModelsAreEvenInADuel() {
        assertThat(page(duel())
                        .select("tfoot td[data-panel=score], tfoot td[data-panel^=dim:]")
                        .eachText())
                .hasSize(6)
                .containsOnly("50.0");
    }

    /** All three have 51, 52 … 55: the mean is 53. */
    @Test
    void modelsThatAreAlikeShareTheFirstPlace() {
        Document page = page(duel().model("cedar-r", "Cedar R", "X", null)
                .scores("cedar-r", "mft", 40, 3)
                .winRates("alder-2", "mft", 51, 1)
                .winRates("birch-mini", "mft", 51, 1));
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("3 models share the highest mean, 53.0. How certain that is was not reported.");
        assertThat(page.select("td.rank").eachText()).containsExactly("1", "1", "1");
    }

    /** Without one value there is no mean, and who has none is in no order. */
    @Test
    void aModelWithoutAValueIsNotRanked() {
        Document page = page(duel().without("alder-2", "mft", "care"));
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo(
                        "Only Birch mini has a score on every value, so it is compared with none; its mean is 36.0.");
        assertThat(page.selectFirst("tr[data-model=alder-2] td.rank").text()).isEqualTo("–");
    }

    @Test
    void whereMoreIsNotBetterNobodyIsAhead() {
        Document page =
                Rendered.of(out, SmallPeriod.usual("2026-11").build()).page("2026-11/schwartz/win-rate/index.html");
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("More is not better here, so no model is first. Each value has its own order.");
        assertThat(page.selectFirst("table.board").hasClass("by-name")).isTrue();
        assertThat(page.select("table.board tbody tr").eachAttr("data-model"))
                .containsExactly("alder-2", "birch-mini", "cedar-r");
    }

    private static SmallPeriod duel() {
        return new SmallPeriod("2026-11", "mft")
                .model("alder-2", "Alder 2", "Northwind Labs", true)
                .scores("alder-2", "mft", 40, 3)
                .model("birch-mini", "Birch mini", "Kestrel AI", false)
                .scores("birch-mini", "mft", 40, 3)
                .winRates("alder-2", "mft", 60, 2)
                .winRates("birch-mini", "mft", 40, -2);
    }

    private Document page(SmallPeriod period) {
        return Rendered.of(out, period.build()).page("2026-11/mft/win-rate/index.html");
    }
}
