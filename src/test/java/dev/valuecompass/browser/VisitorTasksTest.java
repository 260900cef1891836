package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people come for, each with the most steps that it may take. A step is a press on a control or a link by key, so that
 * whoever has no mouse needs no more of them; an answer of the portraits is none.
 */
@Tag("browser")
@ExtendWith(Chromium.class)
class VisitorTasksTest {
    @AutoClose
    private static PageServer server;

    private int steps;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual(), sites.questions().getParent());
    }

    private void step(Locator control) {
        control.focus();
        control.press("checkbox".equals(control.evaluate("e => e.type")) ? "Space" : "Enter");
        steps++;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    @Test
    void whichModelIsLikeMeAndHowDoIShareIt(Visitors visitors) throws Exception {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("index.html");
        step(link(page, "Which is like me?"));
        page.waitForURL("**/schwartz/**");
        for (int i = 0; i < 20; i++) {
            page.locator(".portraits li:visible input")
                    .nth(i == 9 || i == 19 ? 5 : 0)
                    .press("Space");
        }
        step(button(page, "Show who is like me"));
        assertThat(page.locator(".quiz-result li")).hasCount(3);
        step(page.locator(".quiz-result button").first());
        assertThat(page.locator("#tools [role=status]")).hasText("Link copied.");
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(server.origin() + "2026-11/schwartz/?w=0&w.universalism=10");
        assertThat(steps).isEqualTo(3);
        Download card =
                page.waitForDownload(() -> button(page, "Save as a picture").click());
        assertThat(card.suggestedFilename()).isEqualTo("values.png");
        BufferedImage image = ImageIO.read(card.path().toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1200, 630);
        Set<Integer> colours = new HashSet<>();
        for (int x = 72; x < 800; x++) {
            colours.add(image.getRGB(x, 100));
        }
        assertThat(colours).as("something is written on it").hasSizeGreaterThan(1);
    }

    @Test
    void whyIsAModelLowOnAValue(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("questions/2026-11/schwartz/index.html");
        step(page.locator("tr[data-model=alder-2] [data-key='dim:self-direction'] a"));
        page.waitForURL("**/models/alder-2/**");
        Locator first = page.locator("#cases-schwartz ~ .case:visible").first();
        assertThat(first).hasAttribute("id", "case-case-g2");
        assertThat(first.locator(".answer")).isVisible();
        assertThat(first.locator("mark:not(.other)")).hasText("It w");
        assertThat(page.locator("#case-filters [role=status]")).containsText("least come first");
        assertThat(steps).isEqualTo(1);
    }

    /** The picture of a model is a door as well: from a value to the answers that it rests on. */
    @Test
    void anAxisOfTheRoseOpensItsCases(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("questions/2026-11/models/alder-2/index.html");
        step(page.locator(".profile:has(#profile-schwartz) .rose a")
                .filter(new Locator.FilterOptions().setHasText("Self-Direction"))
                .first());
        assertThat(page).hasURL(Pattern.compile(".*value=self-direction.*#cases-schwartz"));
        assertThat(page.locator("#cases-schwartz ~ .case:visible").first().locator("mark:not(.other)"))
                .hasText("It w");
        assertThat(steps).isEqualTo(1);
    }

    @Test
    void whatDoTheSurveysSayOfJapan(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("index.html");
        step(link(page, "Cultures"));
        page.waitForURL("**/cultures/**");
        step(link(page, "Japan"));
        page.waitForURL("**/countries/jp.html");
        assertThat(page.locator("h1")).hasText("Japan");
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(page.locator(".card .quiet").first()).containsText("surveyed in");
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void whatChanged(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("index.html");
        step(link(page, "What changed"));
        page.waitForURL("**/changes/**");
        assertThat(page.locator("h1")).hasText("What changed since October 2026");
        assertThat(steps).isEqualTo(1);
    }

    @Test
    void whereIsTheTableForMyScript(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("index.html");
        step(link(page, "Data"));
        page.waitForURL("**/data/**");
        Locator csv = page.locator("a[href$='.csv']").first();
        assertThat(csv).isVisible();
        Locator example = page.locator("details:has(> summary:text-is('Python (pandas)'))");
        step(example.locator("summary"));
        assertThat(example.locator("pre")).isVisible();
        assertThat(example.locator("pre")).containsText("read_csv");
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void howDoICiteAPeriodAndAFigure(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("index.html");
        step(link(page, "Data"));
        page.waitForURL("**/2026-11/data/**");
        step(page.locator("#cite ~ pre[data-copy] + button").first());
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .startsWith("@")
                .contains("Value Compass", "2026-11");
        assertThat(steps).isEqualTo(2);

        page.navigate(server.origin() + "2026-11/schwartz/index.html");
        steps = 0;
        Locator tools = page.locator("main figure .figure-tools").first();
        step(tools.getByText("Source, download, embed, cite"));
        step(tools.getByText("Copy citation"));
        assertThat(tools.getByText("Copied")).isVisible();
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("Value Compass", server.origin() + "2026-11/schwartz/");
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void howDoIShowABadge(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("index.html");
        step(page.locator("tr[data-model=alder-2] th a"));
        page.waitForURL("**/models/alder-2/**");
        step(page.locator("pre[data-copy] + button").first());
        String badge = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(badge).doesNotContain("ADDRESS").contains("(" + server.origin() + "badges/alder-2/schwartz.svg)");
        page.navigate(server.origin() + "badges/alder-2/index.html");
        page.waitForURL("**/2026-11/models/alder-2/**");
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void modelsAreComparedOnAPhone(Visitors visitors, Sites sites) throws Exception {
        Page page = visitors.phone(visitors.serve(sites.edges()));
        page.navigate("index.html");
        for (String model : List.of("Hundred", "Nearly", "Nine", "Zero")) {
            step(page.getByLabel("Compare " + model));
        }
        step(page.locator("#pool a"));
        page.waitForURL("**/compare/**");
        Leaderboard.arrive(page);
        assertThat(page.locator("#compare section:first-of-type tbody tr:visible"))
                .hasCount(4);
        assertThat(page.locator("#compare section:first-of-type .differ-most")).containsText("differ most on");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(steps).isEqualTo(5);
    }

    @Test
    void onWhichQuestionsDoTwoModelsDisagree(Visitors visitors, Sites sites) throws Exception {
        Page page = visitors.desktop(visitors.serve(sites.recomputable()));
        page.navigate("2025-03/compare/index.html?m=alpha,beta");
        step(button(page, "Look at their answers"));
        Locator rows = page.locator("#explorer ~ .scroller tbody tr");
        // Six items, read differently on each of four values.
        assertThat(rows).hasCount(24);
        assertThat(page.locator("a[download]")).hasAttribute("href", Pattern.compile("data:text/csv.*opposed.*"));
        page.locator("#explorer ~ p select").selectOption("toy/daring");
        steps++;
        assertThat(rows).hasCount(6);
        assertThat(rows.first().locator("th a")).hasAttribute("href", "../items/toy/q1.html");
        assertThat(page).hasURL(Pattern.compile(".*on=toy%2Fdaring.*"));
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void areTwoModelsDifferent(Visitors visitors, Sites sites) throws Exception {
        Page page = visitors.desktop(visitors.serve(sites.edges()));
        page.navigate("2026-11/safety/index.html");
        Locator range = page.locator("tr[data-model=hundred] button.range");
        step(range);
        assertThat(range).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#tools [role=status]")).containsText("1 model cannot be told apart from Hundred");
        assertThat(page.locator("tr.apart")).hasCount(1);
        assertThat(page.locator("tr.apart")).hasAttribute("data-model", "zero");
        // The matrix below says it of all pairs: of three models the last is told apart from the others.
        assertThat(page.locator("svg.pairs")).hasAttribute("aria-label", Pattern.compile("2 of 3 pairs .*"));
        assertThat(page.locator("svg.pairs .pairs-apart")).hasAttribute("d", "M2 0h1M2 1h1M0 2h2");
        assertThat(steps).isEqualTo(1);
    }

    /** Where models stand by name there is no range of ranks, and the interval of a mean answers instead. */
    @Test
    void areTwoModelsDifferentWhereMoreIsNotBetter(Visitors visitors, Sites sites) throws Exception {
        Page page = visitors.desktop(visitors.serve(sites.recomputable()));
        page.navigate("index.html");
        assertThat(page.locator(".rank:visible")).hasCount(0);
        Locator interval = page.locator("button.interval").first();
        step(interval);
        assertThat(interval).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#tools [role=status]")).containsText("cannot be told apart");
        assertThat(steps).isEqualTo(1);
    }

    @Test
    void whichModelsOfAMakerAreThereInTheOrderOfASystem(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("2026-11/models/index.html");
        Leaderboard controls = new Leaderboard(page);
        Locator rows = page.locator(".models tbody tr:visible");
        int all = rows.count();
        String system = page.locator(".models thead .number").first().textContent();
        controls.choose("Order", "highest on " + system + " first");
        List<Double> means = rows.all().stream()
                .map(row -> row.locator("td.number").first().getAttribute("data-value"))
                .map(value -> value == null || value.isEmpty() ? -1.0 : Double.parseDouble(value))
                .toList();
        assertThat(means).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(all);
        String maker = rows.first().locator("[data-facet=developer]").textContent();
        controls.choose("Developer", maker);
        assertThat(rows.locator("[data-facet=developer]").allTextContents())
                .isNotEmpty()
                .containsOnly(maker);
        page.reload();
        assertThat(rows.first().locator("[data-facet=developer]")).hasText(maker);
        page.getByLabel("Find a model").fill("no such model");
        assertThat(page.locator("#model-filters [role=status]")).hasText("0 of " + all + " models");
    }
}
