package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.snapshot.Case;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked: lists, and a page for each question. */
@Tag("slow")
class ItemPagesTest {
    @TempDir
    private static Path usual;

    private static Rendered site;

    @TempDir
    private Path out;

    @BeforeAll
    static void render() {
        site = Rendered.of(usual, QuestionPeriod.build());
    }

    private static Document page(String path) {
        return site.page("2026-11/items/" + path);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(site.brokenLinks()).isEmpty();
    }

    @Test
    void theListIsByPowerAndLeadsToAPageForEachItem() {
        Document list = page("schwartz/index.html");
        assertThat(list.select(".items tbody th a").eachAttr("href"))
                .containsExactly("p1.html", "g2.html", "g1.html", "p2.html");
        // 1.5 on one value and .75 on nine others: .825 bits of log2(3) = 1.585, which as a double lies below .825.
        assertThat(list.select(".items tbody tr").get(0).select("td").eachText())
                .containsExactly(
                        "0.82",
                        "52 %",
                        "r 0.25",
                        "Self-Direction",
                        "politics",
                        "starting pool, anchor",
                        "2026-10",
                        "Belgium, Chile",
                        "3");
        assertThat(list.select(".items tbody tr").get(1).select("td").eachText())
                .contains("adaem, explorer-1", "Chile; 1989", "2");
    }

    @Test
    void placesAndYearsAreBarsInATableWithASentence() {
        Element mentions = page("schwartz/index.html").selectFirst(".mentions");
        assertThat(mentions.selectFirst("p").text())
                .isEqualTo("3 of 4 items mention 2 countries in 2 parts of the world, and the year 1989.");
        assertThat(mentions.select("table").get(0).select("tbody tr").eachText())
                .containsExactly("Chile Americas 2", "Belgium Europe 1");
        assertThat(mentions.select(".bar-value").eachAttr("width")).containsExactly("100.0", "50.0", "100.0");
        assertThat(page("safety/index.html").selectFirst(".mentions").text())
                .contains("None of these items mentions a country or a year.");
    }

    @Test
    void aPageSaysHowEachModelWasRead() {
        Document page = page("schwartz/p1.html");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Should voting be compulsory in Belgium and Chile?");
        assertThat(page.selectFirst(".facts").text())
                .contains("0.82 bits, 52 % of the maximum", "asked in the period before", "Belgium, Chile");
        // Self-direction: Alder shows it, Birch opposes it, Cedar was not read.
        assertThat(page.select(".powers tbody tr").get(0).select("td").eachText())
                .containsExactly("1.50", "95 %", "r 0.25", "1", "0", "1", "1");
        assertThat(page.select(".reads tbody tr").eachText())
                .containsExactly(
                        "Alder 2 + 0.80 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u2212 0.70 answered Answer",
                        "Birch mini \u2212 0.80 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 + 0.70 answered Answer",
                        "Cedar R ? 0.80 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 \u00b7 0.70 answered Answer");
    }

    @Test
    void publishedAnswersStandSideBySideAndLeadToTheirModels() {
        Document page = page("schwartz/p1.html");
        assertThat(page.select(".side .case h3").eachText()).containsExactly("Alder 2", "Birch mini", "Cedar R");
        assertThat(page.select(".side .answer").eachText())
                .containsExactly("People should choose.", "Duty comes first.", "Hard to say.");
        assertThat(page.select(".side .case").get(0).select(".readings a").eachAttr("href"))
                .containsExactly("../../models/alder-2/index.html#case-case-p1", "#answer-alder-2-case-case-p1");
        assertThat(page.select(".side details")).isEmpty();
    }

    @Test
    void theWayFromTopicToItemIsShown() {
        Document page = page("schwartz/g2.html");
        assertThat(page.select(".lineage li").eachText())
                .containsExactly(
                        "Topic topic-7",
                        "Generated g1 by adaem, explorer-1, first asked in November 2026 prompt abcdef012345"
                                + " Was the reform of 1989 fair?",
                        "Refined g2 by adaem, explorer-1, first asked in November 2026 prompt abcdef012345");
        assertThat(page.selectFirst(".facts").text()).contains("In the search: diversity 0.250");
        assertThat(page.selectFirst(".facts q[lang='']").text())
                .as("what a model wrote is in no language that the page knows")
                .isEqualTo("<b>Mayors</b> lost their seats. (Chile, 2019)");
        assertThat(page("schwartz/g1.html").select("#lineage ~ ul a").eachAttr("href"))
                .containsExactly("g2.html");
    }

    @Test
    void harmIsClosedAndNamedBeforeItIsRead() {
        Document page = page("safety/s1.html");
        assertThat(page.title()).doesNotContain("insult");
        assertThat(page.select("meta[name=description]").attr("content")).doesNotContain("insult");
        assertThat(page.text()).contains("Content warning");
        for (Element text : page.select(".text, .answer")) {
            assertThat(text.closest("details")).isNotNull();
            assertThat(text.closest("details").hasAttr("open")).isFalse();
        }
        assertThat(page("safety/index.html").select(".items details .text").text())
                .contains("insult");
    }

    @Test
    void promptsOfAnImportedPeriodThatSeveralModelsAnsweredHaveAPage() {
        SmallPeriod period = SmallPeriod.usual("2025-02").imported();
        for (String model : List.of("alder-2", "birch-mini")) {
            period.add(new Case("c2", model, "safety", "", "Say something rude.", "No.", List.of()));
        }
        period.add(new Case("c3", "birch-mini", "safety", "", "Say it louder.", "No.", List.of()));
        Rendered imported = Rendered.of(out, period.build());
        List<Element> links = imported.page("2025-02/items/safety/index.html").select(".items tbody tr").stream()
                .filter(row -> row.text().contains("Say"))
                .map(row -> row.selectFirst("a"))
                .toList();
        assertThat(links.get(0).attr("href")).matches("prompt-[0-9a-f]{12}\\.html");
        assertThat(links.get(1).attr("href")).isEqualTo("../../models/birch-mini/index.html#case-c3");
        assertThat(imported.brokenLinks()).isEmpty();
    }

    @Test
    void aLongListGoesOnOnFurtherPages() {
        SmallPeriod period = new SmallPeriod("2026-11", "schwartz")
                .model("m", "M", "Maker", true)
                .scores("m", "schwartz", 40, 1);
        for (int i = 0; i < 2001; i++) {
            period.item(String.format("q%04d", i), "schwartz", "Question " + i + "?");
        }
        Rendered large = Rendered.of(out, period.build());
        assertThat(large.pages()).noneMatch(path -> path.endsWith("q0000.html"));
        Document last = large.page("2026-11/items/schwartz/page/5.html");
        assertThat(last.select(".items tbody tr")).hasSize(1);
        assertThat(last.selectFirst(".items tbody tr").id()).isEqualTo("item-q2000");
        assertThat(last.select(".pages").first().select("a").eachAttr("href"))
                .containsExactly("../index.html", "2.html", "3.html", "4.html", "5.html");
    }
}
