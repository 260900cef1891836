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

    /** Ten values: Alder has 60, 62 … 78, mean 69; Birch 40, 38 … 22, mean 31; a duel, so that each pair adds up to 100. */
    @Test
    void theFirstIsNamedAndNothingIsSaidOfHowSureThatIs() {
        Document page = page(duel());
        assertThat(page.selectFirst("h1").text()).isEqualTo("Win rates, Basic Human Values");
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("Alder 2 has the highest mean, 69.0. How certain that is was not reported.");
        assertThat(page.select("table.board tbody tr").eachAttr("data-model")).containsExactly("alder-2", "birch-mini");
        assertThat(page.select("td.rank").eachText()).containsExactly("1", "2");
        assertThat(page.select("td[data-key=score] .figure").eachText()).containsExactly("69.0", "31.0");
        assertThat(page.selectFirst("table.board caption").text())
                .isEqualTo("Basic Human Values: win rate of every model on each value."
                        + " Probability, in percent, of being rated above another model drawn at random (TrueSkill).");
        // Where conformity has an interval, a win rate has its spread over orders.
        assertThat(page.select(".bar-interval, .interval")).isEmpty();
        Element cell = page.selectFirst("tr[data-model=birch-mini] td[data-key=dim:universalism]");
        assertThat(cell.text()).isEqualTo("22.0");
        assertThat(cell.attr("title")).isEqualTo("±0.5 over item orders");
    }

    @Test
    void meansOfAllModelsAreEvenInADuel() {
        assertThat(page(duel())
                        .select("tfoot td[data-panel=score], tfoot td[data-panel^=dim:]")
                        .eachText())
                .hasSize(11)
                .containsOnly("50.0");
    }

    /** The usual period has 51, 52 … 60 for all three: the mean is 55.5. */
    @Test
    void modelsThatAreAlikeShareTheFirstPlace() {
        Document page = page(SmallPeriod.usual("2026-11"));
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo("3 models share the highest mean, 55.5. How certain that is was not reported.");
        assertThat(page.select("td.rank").eachText()).containsExactly("1", "1", "1");
    }

    /** Without one value there is no mean, and who has none is in no order. */
    @Test
    void aModelWithoutAValueIsNotRanked() {
        Document page = page(duel().without("alder-2", "schwartz", "security"));
        assertThat(page.selectFirst(".verdict").text())
                .isEqualTo(
                        "Only Birch mini has a score on every value, so it is compared with none; its mean is 31.0.");
        assertThat(page.selectFirst("tr[data-model=alder-2] td.rank").text()).isEqualTo("–");
    }

    private static SmallPeriod duel() {
        return new SmallPeriod("2026-11", "schwartz")
                .model("alder-2", "Alder 2", "Northwind Labs", true)
                .scores("alder-2", "schwartz", 40, 3)
                .model("birch-mini", "Birch mini", "Kestrel AI", false)
                .scores("birch-mini", "schwartz", 40, 3)
                .winRates("alder-2", "schwartz", 60, 2)
                .winRates("birch-mini", "schwartz", 40, -2);
    }

    private Document page(SmallPeriod period) {
        return Rendered.of(out, period.build()).page("2026-11/schwartz/win-rate/index.html");
    }
}
