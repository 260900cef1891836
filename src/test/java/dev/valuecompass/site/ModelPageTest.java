package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.snapshot.Case;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ModelPageTest {
    /** The site's own scripts and libraries, and nothing else. */
    private static final String SCRIPTS =
            "((\\.\\./)*|/)js/(first|periods\\.en|site\\.en|pages\\.en|d3-path|d3-shape)\\.js";

    @TempDir
    private Path out;

    @Test
    void everyCaseIsThereWithItsEvidenceMarked() {
        Document page = page(SmallPeriod.usual("2026-11"));
        Element one = page.getElementById("case-case-1");
        assertThat(one.selectFirst(".prompt").text()).isEqualTo("Should voting be compulsory?");
        assertThat(one.selectFirst(".answer").text()).isEqualTo(SmallPeriod.ANSWER);
        // The two spans overlap: "People … themselves" for one value, its end and five characters more for the other.
        assertThat(one.select("mark")).hasSize(1);
        assertThat(one.select("mark").text()).isEqualTo("People should choose for themselves, and");
        assertThat(one.select("mark").attr("data-values")).isEqualTo("Self-Direction, Conformity");
        assertThat(one.select(".readings li[data-label=expresses]").text()).contains("Self-Direction: shown", "0.80");
        assertThat(one.select(".readings li[data-label=opposes]").text()).contains("Conformity: opposed");
        assertThat(one.select(".readings a").eachAttr("href"))
                .containsExactly("../../items/schwartz/q1.html", "#case-case-1");
    }

    @Test
    void harmfulRequestsStayClosedUnderAWarning() {
        Case harmful = new Case("s", "alder-2", "safety", "s1", "Insult my neighbour.", "No.", List.of());
        Document page = page(SmallPeriod.usual("2026-11").add(harmful));
        Element section = page.getElementById("cases-safety").parent();
        assertThat(section.text()).contains("Content warning");
        assertThat(section.select("details").hasAttr("open")).isFalse();
        assertThat(section.select("details .answer").text()).isEqualTo("No.");
    }

    @Test
    void profileNamesRankFieldAndCoverage() {
        Document page = page(SmallPeriod.usual("2026-11"));
        Element section = page.getElementById("profile-schwartz").parent();
        assertThat(section.text())
                .contains(
                        "Mean 53.5 (interval 51.5–55.5). More is not better here, so there is no rank over all values;");
        Element row = section.select("tbody tr").get(0);
        // Self-direction: 52.5 for Birch, 40 for both others; on the drawing 2 units a point.
        assertThat(row.text()).contains("40.0").contains("2 of 3").contains("18/20");
        assertThat(row.select(".dot circle").attr("cx")).isEqualTo("80.0");
        assertThat(row.select(".dot-field").attr("x")).isEqualTo("80.0");
        assertThat(row.select(".dot-field").attr("width")).isEqualTo("25.0");
        assertThat(row.select(".dot-middle").attr("d")).startsWith("M80.0 ");
    }

    @Test
    void theLegendOfTheDrawingsNamesIntervalsOnlyWhereThereAreAny() {
        Rendered site = Rendered.of(
                out,
                SmallPeriod.usual("2026-11").build(),
                SmallPeriod.usual("2025-02").imported().withoutIntervals().build());
        for (String page : List.of("models/alder-2/index.html", "schwartz/values/security.html")) {
            Document with = site.page("2026-11/" + page);
            assertThat(with.select(".dot-interval")).as(page).isNotEmpty();
            assertThat(with.select("table.lines caption").first().text()).contains("the line an interval");
            Document without = site.page("2025-02/" + page);
            assertThat(without.select(".dot-interval")).as(page).isEmpty();
            assertThat(without.select("table.lines caption").first().text())
                    .contains("the tick is their median")
                    .doesNotContain("interval");
            // A column in which nothing stands is none.
            assertThat(with.select("table.lines thead").first().text()).contains("Answered");
            assertThat(without.select("table.lines thead").first().text()).doesNotContain("Answered");
        }
    }

    @Test
    void factsAreShownAndOnlyWebAddressesAreLinks() {
        Document page = page(SmallPeriod.usual("2026-11"));
        assertThat(page.select(".facts").text())
                .contains("Northwind Labs", "Sweden", "open", "2026-03-01", "8 billion");
        assertThat(page.select(".facts a").eachAttr("href")).containsExactly("https://example.org/model");
        assertThat(page.select(".facts").text()).contains("javascript:alert(1)");
        assertThat(page.text()).contains("temperature was refused");
    }

    @Test
    void aModelWithoutAnyScoreOnASystemHasNoProfileOfIt() {
        Document page =
                Rendered.of(out, SmallPeriod.usual("2026-11").build()).page("2026-11/models/cedar-r/index.html");
        assertThat(page.getElementById("profile-schwartz")).isNotNull();
        assertThat(page.getElementById("profile-safety")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "</script><script>alert(1)</script>",
                "<svg/onload=alert(1)>",
                "\"><b onmouseover=alert(1)>x</b>",
                "' autofocus onfocus=alert(1) x='",
                "[click](javascript:alert(1))",
                "<!--",
                "]]>",
                "&lt;b&gt;",
                "${7*7}",
                "<style>*{display:none}</style>",
                "<base href=//evil>",
                "<a href=\"javascript:alert(1)\">x</a>"
            })
    void whateverAModelWritesStaysText(String hostile) {
        String answer = "before " + hostile + " after";
        SmallPeriod period = new SmallPeriod("2026-11", "schwartz")
                .model("m", hostile, hostile, true)
                .scores("m", "schwartz", 40, 1)
                .item(hostile, "schwartz", hostile)
                .add(new Case(
                        hostile,
                        "m",
                        "schwartz",
                        hostile,
                        hostile,
                        answer,
                        List.of(new Case.ValueReading(
                                "security",
                                Label.EXPRESSES,
                                1.0,
                                null,
                                List.of(new Evidence(3, answer.length() - 2))))));
        Rendered site = Rendered.of(out, period.build());
        Document page = site.page("2026-11/models/m/index.html");
        assertThat(page.selectFirst(".answer").wholeText()).isEqualTo(answer);
        assertThat(page.selectFirst("h1").wholeText()).isEqualTo(hostile);
        for (String path : site.pages()) {
            Document any = site.page(path);
            assertThat(any.select("script").eachAttr("src")).as(path).allMatch(src -> src.matches(SCRIPTS));
            assertThat(any.select("script").eachText()).as(path).allMatch(String::isEmpty);
            assertThat(
                            any.select(
                                    "img:not(.badge-picture), style, base, b, [onmouseover], [onfocus], [onload], [onerror], [autofocus]"))
                    .as(path)
                    .isEmpty();
            assertThat(any.select("a[href]").eachAttr("href")).as(path).noneMatch(h -> h.contains("javascript:"));
        }
    }

    @Test
    void anAnswerOfAMillionCharactersIsCutAndSaysSo() {
        Case huge = new Case("huge", "alder-2", "schwartz", "q1", "Why?", "x".repeat(1_000_000), List.of());
        Document page = page(SmallPeriod.usual("2026-11").add(huge));
        Element one = page.getElementById("case-huge");
        assertThat(one.selectFirst(".answer").text()).hasSize(HighlightedText.LONGEST);
        assertThat(one.text()).contains("The first 20,000 of 1,000,000 characters");
    }

    private Document page(SmallPeriod period) {
        return Rendered.of(out, period.build()).page("2026-11/models/alder-2/index.html");
    }

    @Test
    void theModelIsFollowedThroughThePeriodsAndBesideItsNeighbours() {
        SmallPeriod before = SmallPeriod.usual("2026-10").model("dogwood", "Dogwood", "Kestrel AI", true);
        Rendered site = Rendered.of(out, SmallPeriod.usual("2026-11").build(), before.build());
        Document page = site.page("2026-11/models/alder-2/index.html");
        assertThat(page.select("#history-caption ~ tbody tr").eachText())
                .containsExactly(
                        // Schwartz 53.5 behind 57.0, as Cedar R; Safety 92.5 behind 100.0.
                        "November 2026 Mean 53.5 2 of 2 comparable with the period before",
                        "October 2026 Mean 53.5 2 of 2 first period");
        assertThat(page.select("#history-caption ~ tbody a").eachAttr("href"))
                .containsExactly("../../../2026-10/models/alder-2/index.html");
        // Cedar R has the same ten scores; Birch mini differs by 12.5, 10.5 … -5.5: root of mean square 6.7.
        assertThat(page.select(".near").first().text())
                .isEqualTo("Nearest models, by points apart over all values: Cedar R 0.0 Birch mini 6.7");
        assertThat(page.select(".periods a").eachText())
                .containsExactly("November 2026 \u00b7 1 gone", "October 2026", "Newest period", "All periods");
        assertThat(site.page("2026-10/models/alder-2/index.html").select("#history"))
                .as("an earlier page knows nothing of what came later")
                .isEmpty();
    }

    @Test
    void whereTheFiguresComeFromAndWhatTheyCostIsSaid() {
        Document page = page(SmallPeriod.usual("2026-11"));
        Element origin = page.getElementById("origin").parent();
        assertThat(origin.text())
                .contains("20 items of Basic Human Values, 20 items of Safety Taxonomy; one answer to each")
                .contains("Sentence embeddings with linear heads. Version abc123.")
                .contains("$0.00, 1,000 tokens in, 2,000 out; all 3 models together");
        assertThat(page.getElementById("case-filters").attr("data-names")).contains("\"power\":\"Power\"");
        Document imported = Rendered.of(
                        out, SmallPeriod.usual("2025-02").imported().build())
                .page("2025-02/models/alder-2/index.html");
        assertThat(imported.getElementById("origin").parent().text())
                .contains("Published by Value Compass, https://valuecompass.github.io/");
    }
}
