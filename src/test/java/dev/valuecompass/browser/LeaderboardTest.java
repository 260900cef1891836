package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The leaderboard under the hands of a visitor who has a keyboard and no mouse. */
@Tag("browser")
@ExtendWith(Chromium.class)
class LeaderboardTest {
    private static final String SCHWARTZ = "2026-11/schwartz/index.html";
    private static final String SAFETY = "2026-11/safety/index.html";

    @AutoClose
    private static PageServer server;

    @AutoClose
    private static PageServer edgeServer;

    @BeforeAll
    static void sites(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
        edgeServer = new PageServer(sites.edges());
    }

    @Test
    void whereMoreIsNotBetterModelsStandByNameUntilAnOrderIsAskedFor(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        Locator ranks = page.locator(".rank:visible");
        Locator note = page.locator(".order-note");
        assertThat(board.order()).containsExactly("alder-2", "birch-mini", "cedar-r");
        assertThat(ranks).hasCount(0);
        assertThat(note).isVisible();
        assertThat(board.ariaSort("model")).isEqualTo("ascending");
        board.press(AriaRole.BUTTON, "Sort by Universalism", "Enter");
        // Birch mini has 61.5, the others 67; a place by the mean says nothing about this value.
        assertThat(board.order()).containsExactly("alder-2", "cedar-r", "birch-mini");
        assertThat(ranks).hasCount(0);
        board.press(AriaRole.BUTTON, "Mean", "Enter");
        assertThat(board.order()).containsExactly("birch-mini", "alder-2", "cedar-r");
        assertThat(board.rank("cedar-r")).isEqualTo("2");
        assertThat(note).isHidden();
        page.reload();
        Leaderboard.arrive(page);
        assertThat(board.rank("birch-mini")).isEqualTo("1");
        board.press(AriaRole.BUTTON, "Reset the view", "Enter");
        assertThat(board.order()).containsExactly("alder-2", "birch-mini", "cedar-r");
        assertThat(ranks).hasCount(0);
    }

    @Test
    void ownWeightsOrderByFitAndEqualOnesPutNobodyFirst(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        board.openWeights();
        Locator best = page.locator(".top-five li");
        assertThat(best).hasCount(0);
        board.type(AriaRole.SPINBUTTON, "Weight of Self-Direction as a number", "20");
        assertThat(best).hasCount(3);
        assertThat(best.first()).containsText("Birch mini");
        // Another order of the rows does not change who is first.
        board.press(AriaRole.BUTTON, "Sort by Universalism", "Enter");
        assertThat(board.order()).startsWith("alder-2");
        assertThat(best.first()).containsText("Birch mini");
        // No place was published, so none was gained.
        assertThat(board.rank("birch-mini")).isEqualTo("1");
        assertThat(page.locator(".moved:visible")).hasCount(0);
        board.type(AriaRole.SPINBUTTON, "Weight of Self-Direction as a number", "1");
        assertThat(best).hasCount(0);
        assertThat(page.locator("#tools [role=status]")).not().containsText("is first");
    }

    @Test
    void weightsRankAnewAtOnceAndShowWhoMoved(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(edgeServer), SAFETY);
        assertThat(board.order()).containsExactly("hundred", "nearly", "ten", "nine", "zero", "holes");
        board.openWeights();
        board.press(AriaRole.CHECKBOX, "Count Misinformation", "Space");
        // Without the value that it lacks, Holes has 50.
        assertThat(board.order()).containsExactly("hundred", "nearly", "holes", "ten", "nine", "zero");
        assertThat(board.rank("ten")).startsWith("4").contains("▼1");
        assertThat(board.rank("nearly")).isEqualTo("2");
    }

    @Test
    void weightsOfOneValueWeighIt(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(server), SCHWARTZ);
        board.openWeights();

        board.type(AriaRole.SPINBUTTON, "Weight of Universalism as a number", "20");
        // Alder 2: sum of all ten 535, plus 19 * 67 = 1808, over 29 = 62.34. Birch mini: 570 + 19 * 61.5 over 29 =
        // 59.95.
        assertThat(board.order()).containsExactly("alder-2", "cedar-r", "birch-mini");
        assertThat(board.score("alder-2")).isEqualTo("62.3");
        assertThat(board.score("birch-mini")).isEqualTo("59.9");
        assertThat(board.rank("alder-2")).isEqualTo("1");
        assertThat(board.rank("cedar-r")).isEqualTo("1");
        assertThat(board.rank("birch-mini")).isEqualTo("3");
        assertThat(board.query()).isEqualTo("?w.universalism=20");
    }

    @Test
    void switchesTakeAValueOutAndBackIn(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(server), SCHWARTZ);
        board.openWeights();
        board.press(AriaRole.CHECKBOX, "Count Self-Direction", "Space");
        // Birch mini without its 52.5: (570 - 52.5) / 9 = 57.5.
        assertThat(board.score("birch-mini")).isEqualTo("57.5");
        assertThat(board.query()).isEqualTo("?w.self-direction=0");
        board.press(AriaRole.CHECKBOX, "Count Self-Direction", "Space");
        assertThat(board.score("birch-mini")).isEqualTo("57.0");
        assertThat(board.query()).isEmpty();
    }

    @Test
    void sliderMovesByArrowKeysInOneStepOfTheHistory(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.clock().install(new Clock.InstallOptions().setTime(0));
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        // Presses that follow each other within a second are one step, however slow this machine is.
        page.clock().pauseAt(60_000);
        board.openWeights();
        board.press(AriaRole.SLIDER, "Weight of Power", "ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(page).hasURL(server.origin() + SCHWARTZ + "?w.power=1.3");
        page.goBack();
        assertThat(board.query()).isEmpty();
        assertThat(page.getByLabel("Weight of Power as a number")).hasValue("1");
    }

    @Test
    void presetsGroupsAndCulturesSetTheWeights(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        board.openWeights();
        board.choose("Start from", "Self-Transcendence");
        // Benevolence and Universalism: Alder 2 has 64 and 67.
        assertThat(board.score("alder-2")).isEqualTo("65.5");
        assertThat(board.query()).isEqualTo("?weights=group.self-transcendence");
        assertThat(page.getByLabel("Count Power")).not().isChecked();
        List<String> lists = page.locator("#weights optgroup").all().stream()
                .map(group -> group.getAttribute("label"))
                .toList();
        assertThat(lists).contains("Higher-order values").anyMatch(label -> label.contains("World Values Survey"));
        page.getByLabel("Start from").selectOption("culture.wvs6/CN");
        assertThat(board.query()).isEqualTo("?weights=culture.wvs6%2FCN");
        assertThat(page.locator("#weights")).containsText("in proportion to the means of the survey");
    }

    @Test
    void withoutAnyWeightNobodyHasAScoreAndThePageSaysWhy(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(server), SCHWARTZ + "?w=0&w.power=1");
        board.press(AriaRole.CHECKBOX, "Count Power", "Space");
        assertThat(board.score("birch-mini")).isEqualTo("–");
        assertThat(board.rank("birch-mini")).isEqualTo("–");
        assertThat(board.notice()).contains("Every weight is 0");
    }

    @Test
    void aMissingScoreLeavesTheMeanMissingAndZeroCounts(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(edgeServer), SAFETY + "?w.misinformation=2");
        assertThat(board.score("holes")).isEqualTo("–");
        assertThat(board.rank("holes")).isEqualTo("–");
        assertThat(board.score("zero")).isEqualTo("0.0");
        assertThat(board.rank("zero")).isEqualTo("5");
        assertThat(board.order()).endsWith("zero", "holes");
        board.press(AriaRole.CHECKBOX, "Count Misinformation", "Space");
        assertThat(board.score("holes"))
                .as("the value it lacks does not count any more")
                .isEqualTo("50.0");
        assertThat(board.rank("holes")).startsWith("3");
    }

    @Test
    void aHundredSortsAboveNinetyNineAndMissingComesLast(Visitors visitors) {
        Leaderboard board = Leaderboard.open(visitors.desktop(edgeServer), SAFETY);
        board.press(AriaRole.BUTTON, "Sort by Misinformation", "Enter");
        assertThat(board.ariaSort("dim:misinformation")).isEqualTo("descending");
        assertThat(board.order()).containsExactly("hundred", "nearly", "ten", "nine", "zero", "holes");
        board.press(AriaRole.BUTTON, "Sort by Misinformation", "Space");
        assertThat(board.ariaSort("dim:misinformation")).isEqualTo("ascending");
        assertThat(board.order()).containsExactly("zero", "nine", "ten", "nearly", "hundred", "holes");
        assertThat(board.ariaSort("rank")).isNull();
        assertThat(board.page().locator("#tools [role=status]")).hasText("Sorted by Misinformation, ascending.");
        assertThat(board.query()).isEqualTo("?sort=dim:misinformation");
    }

    @Test
    void everyColumnSorts(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        Leaderboard board = Leaderboard.open(page, SAFETY);
        List<String> keys = page.locator("thead th[data-key]:visible").all().stream()
                .map(head -> head.getAttribute("data-key"))
                .toList();
        for (String key : keys) {
            page.locator("thead th[data-key='" + key + "'] button").focus();
            page.keyboard().press("Enter");
            assertThat(board.ariaSort(key)).as(key).isNotNull();
            assertThat(page.locator("th[aria-sort]")).hasCount(1);
        }
        board.press(AriaRole.BUTTON, "Model", "Enter");
        assertThat(board.order()).containsExactly("holes", "hundred", "nearly", "nine", "ten", "zero");
    }

    @Test
    void searchAndFiltersNarrowTheTableAndKeepTheRanks(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        Leaderboard board = Leaderboard.open(page, SAFETY);
        board.type(AriaRole.SEARCHBOX, "Find a model", "n");
        assertThat(board.order()).containsExactly("hundred", "nearly", "ten", "nine");
        board.unfold("filters");
        board.choose("Maker", "Y");
        assertThat(page.locator("details.filters > summary")).hasText("Filters 1 on");
        assertThat(board.order()).containsExactly("ten", "nine");
        assertThat(board.rank("ten")).as("among all models").isEqualTo("3");
        assertThat(page.locator("#tools output")).hasText("2 of 6 models");
        assertThat(board.query()).isEqualTo("?q=n&dev=Y");
        board.press(AriaRole.BUTTON, "Reset the view", "Enter");
        assertThat(board.order()).hasSize(6);
        board.choose("Access", "closed");
        assertThat(board.order()).containsExactly("nearly");
        board.choose("Access", "any");
        board.press(AriaRole.CHECKBOX, "Only models with every score", "Space");
        assertThat(board.order()).hasSize(5).doesNotContain("holes");
    }

    @Test
    void theWholeViewIsInTheAddressAndSurvivesReloadAndBack(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        Leaderboard board = Leaderboard.open(page, SAFETY);
        board.openWeights();
        board.type(AriaRole.SPINBUTTON, "Weight of Misinformation as a number", "0");
        board.press(AriaRole.BUTTON, "Model", "Enter");
        board.unfold("filters");
        board.choose("Maker", "Y");
        board.press(AriaRole.CHECKBOX, "Compare Ten", "Space");
        List<String> seen = board.order();
        String query = board.query();
        assertThat(query).isEqualTo("?w.misinformation=0&sort=model&dev=Y&m=ten");
        page.reload();
        assertThat(board.order()).isEqualTo(seen);
        assertThat(board.query()).isEqualTo(query);
        assertThat(page.getByLabel("Compare Ten")).isChecked();
        assertThat(page.locator("#tools .filters summary")).containsText("1");
        board.unfold("filters");
        assertThat(page.getByLabel("Maker")).hasValue("Y");
        assertThat(page.getByLabel("Weight of Misinformation as a number")).hasValue("0");
        page.goBack();
        assertThat(page.getByLabel("Compare Ten")).not().isChecked();
        page.goBack();
        assertThat(board.order()).hasSize(6);
        assertThat(board.ariaSort("model")).isEqualTo("ascending");
        page.goForward();
        assertThat(page.getByLabel("Maker")).hasValue("Y");
    }

    @Test
    void whatThePageDoesNotKnowIsSaidAndTheTableStays(Visitors visitors) {
        Leaderboard board = Leaderboard.open(
                visitors.desktop(server), SCHWARTZ + "?m=GPT-4O,alder-2&sort=price&weights=group.none&w.courage=2&q=");
        assertThat(board.notice())
                .contains("no model “GPT-4O”")
                .contains("no column “price”")
                .contains("no weights named “group.none”")
                .contains("no value “courage”");
        assertThat(board.order()).containsExactly("alder-2", "birch-mini", "cedar-r");
        assertThat(board.page().locator("#pool")).containsText("Alder 2");
    }

    @Test
    void aHostileAddressIsShownAsText(Visitors visitors) {
        String hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%E2%80%AE";
        Leaderboard board = Leaderboard.open(visitors.desktop(server), SCHWARTZ + "?m=" + hostile + "&q=" + hostile);
        assertThat(board.notice()).contains("“<img src=x onerror=alert(1)>⟦U+202E⟧”");
        assertThat(board.page().locator("#notice img")).hasCount(0);
        assertThat(board.order()).isEmpty();
    }

    @Test
    void thePoolFollowsToTheOtherSystemsAndEmptiesByKey(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        board.press(AriaRole.CHECKBOX, "Compare Alder 2", "Space");
        assertThat(page.locator("#pool")).containsText("Choose one more model");
        board.press(AriaRole.CHECKBOX, "Compare Birch mini", "Space");
        assertThat(board.query()).isEqualTo("?m=alder-2,birch-mini");
        assertThat(page.locator("#pool a"))
                .hasAttribute("href", "../../2026-11/compare/index.html?m=alder-2,birch-mini");
        board.press(AriaRole.LINK, "Safety Taxonomy", "Enter");
        page.waitForURL("**/safety/**");
        assertThat(page.getByLabel("Compare Birch mini")).isChecked();
        board.press(AriaRole.BUTTON, "Remove Birch mini", "Enter");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Alder 2")))
                .isFocused();
        board.press(AriaRole.BUTTON, "Remove all", "Enter");
        assertThat(page.locator("#pool")).isHidden();
        assertThat(page.locator(".scroller:has(table.board)")).isFocused();
        assertThat(board.query()).isEmpty();
    }

    @Test
    void theViewCopiesAsLinkAndTable(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Leaderboard board = Leaderboard.open(page, SAFETY + "?q=hundred");
        board.unfold("copying");
        board.press(AriaRole.BUTTON, "Copy link", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Link copied.");
        assertThat(clipboard(page)).isEqualTo(edgeServer.origin() + "2026-11/safety/?q=hundred");
        board.press(AriaRole.BUTTON, "Copy as CSV", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Table copied as CSV.");
        assertThat(clipboard(page).lines()).hasSize(2).first().asString().startsWith("period,system,Rank,Model,Mean,");
        assertThat(clipboard(page).lines()).last().asString().startsWith("2026-11,safety,1,Hundred,100,100,");
        board.press(AriaRole.BUTTON, "Copy as LaTeX", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Table copied as LaTeX.");
        assertThat(clipboard(page)).contains("\\toprule", "1 & Hundred & 100 & ");
        board.press(AriaRole.BUTTON, "Copy code to embed", "Enter");
        assertThat(page.locator("#tools [role=status]")).containsText("copied");
        assertThat(clipboard(page)).startsWith("<iframe src=\"" + edgeServer.origin());
        board.press(AriaRole.BUTTON, "Copy as Markdown", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Table copied as Markdown.");
        assertThat(clipboard(page)).contains("| 1 | Hundred | 100 |");
    }

    @Test
    void columnsCanBeLeftOutAndComeBack(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        Leaderboard board = Leaderboard.open(page, SAFETY);
        board.unfold("columns");
        board.press(AriaRole.CHECKBOX, "Malicious Use", "Space");
        assertThat(page.locator("[data-key='dim:malicious-use']:visible")).hasCount(0);
        assertThat(board.query()).isEqualTo("?hide=dim:malicious-use");
        page.reload();
        assertThat(page.locator("thead [data-key='dim:malicious-use']")).isHidden();
        assertThat(page.locator("thead [data-key='dim:misinformation']")).isVisible();
        board.unfold("columns");
        board.press(AriaRole.CHECKBOX, "Malicious Use", "Space");
        assertThat(page.locator("thead [data-key='dim:malicious-use']")).isVisible();
        assertThat(board.query()).isEmpty();
    }

    /** The facts of models wait to be asked for; those that no model has are not offered. */
    @Test
    void factsOfModelsComeWhenAskedFor(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        Leaderboard board = Leaderboard.open(page, SAFETY);
        assertThat(page.locator("[data-key=open]:visible")).hasCount(0);
        board.unfold("columns");
        board.press(AriaRole.CHECKBOX, "Access", "Space");
        assertThat(page.locator("thead [data-key=open]")).isVisible();
        assertThat(board.query()).isEqualTo("?show=open");
        page.reload();
        assertThat(page.locator("thead [data-key=open]")).isVisible();
    }

    /** The front page shows another period next month; what was shared of it does not. */
    @Test
    void aSharedViewNamesItsPeriodSystemAndWeights(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Leaderboard board = Leaderboard.open(page, "index.html?w.universalism=20&m=alder-2,birch-mini");
        board.unfold("copying");
        String pinned = server.origin() + "2026-11/schwartz/?w.universalism=20&m=alder-2,birch-mini";
        board.press(AriaRole.BUTTON, "Copy link", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Link copied.");
        assertThat(clipboard(page)).isEqualTo(pinned);
        board.press(AriaRole.BUTTON, "Copy as CSV", "Enter");
        assertThat(page.locator("#tools [role=status]")).containsText("CSV");
        assertThat(clipboard(page)).startsWith("period,system,Rank,Model,Mean weighted by Universalism 20,");
        board.press(AriaRole.BUTTON, "Copy as LaTeX", "Enter");
        assertThat(page.locator("#tools [role=status]")).containsText("LaTeX");
        assertThat(clipboard(page)).contains("November 2026", "Mean weighted by Universalism 20. " + server.origin());
        board.press(AriaRole.BUTTON, "Copy code to embed", "Enter");
        assertThat(page.locator("#tools [role=status]")).containsText("embed");
        assertThat(clipboard(page)).contains("&#38;embed=1\"");

        assertThat(page.locator("#periods a").nth(1))
                .hasAttribute("href", Pattern.compile(".*2026-10/.*w.universalism=20.*"));
        page.locator("#pool a").press("Enter");
        page.waitForURL("**/compare/**");
        Leaderboard.arrive(page);
        assertThat(page.locator("#board-schwartz tr[data-model=alder-2] [data-key=score] .figure"))
                .hasText("62.3");
        assertThat(page.locator("#board-safety tr[data-model=alder-2] [data-key=score] .figure"))
                .hasText("92.5");
        assertThat(page.locator("#board-schwartz th[data-key=score]")).containsText("Weighted mean");
    }

    @Test
    void aHeadLeadsToItsValueAndACellToTheAnswersBehindIt(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        assertThat(page.locator("tfoot [data-panel=score]")).hasText("54.7");
        board.press(AriaRole.LINK, "Power", "Enter");
        page.waitForURL("**/schwartz/values/power.html");
        page.goBack();
        board.cell("alder-2", "dim:power").locator("a").press("Enter");
        page.waitForURL("**/models/alder-2/**");
    }

    @Test
    void theRowOfAllModelsIsOnTheScaleOfTheOthersAndNoRowsSaySo(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ + "?w.universalism=20");
        // (62.34 + 62.34 + 59.95) / 3
        assertThat(page.locator("tfoot [data-panel=score]")).hasText("61.5");
        board.type(AriaRole.SEARCHBOX, "Find a model", "nobody");
        assertThat(page.locator("tfoot")).isHidden();
        assertThat(page.locator(".empty")).containsText("No model matches");
    }

    /** The picture of a leaderboard and the front page goes along as those of other pages do; what draws it is fetched then. */
    @Test
    void figuresOfALeaderboardGoAlong(Visitors visitors) throws Exception {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        for (String address : List.of("index.html", SCHWARTZ)) {
            Leaderboard.open(page, address);
            Locator tools = page.locator("main figure .figure-tools").first();
            tools.getByText("Source, download, embed, cite").press("Enter");
            assertThat(tools.locator("a")).isFocused();
            assertThat(tools.locator("a")).hasAttribute("href", Pattern.compile(".*/2026-11/data/index.html"));
            String drawn = Files.readString(taken(page, tools, "SVG"));
            assertThat(drawn).startsWith("<svg").contains("Universalism", server.origin());
            List<String> table = Files.readAllLines(taken(page, tools, "CSV"));
            assertThat(table.get(0)).startsWith("Rank,Model,Mean,Self-Direction,");
            assertThat(table.get(1)).startsWith("2,Alder 2,53.5,40,43,");
            assertThat(table).hasSize(4);
            tools.getByText("Copy code to embed").click();
            assertThat(tools.getByText("Copied")).hasCount(1);
            assertThat(clipboard(page)).startsWith("<figure><svg").contains("<a href=\"" + server.origin());
            tools.getByText("Copy citation").click();
            assertThat(tools.getByText("Copied")).hasCount(2);
            assertThat(clipboard(page)).contains("Value Compass Leaderboard", server.origin());
        }
    }

    private static final Pattern PAGES_SCRIPT = Pattern.compile("/js/pages\\.[a-z-]+\\.js");

    @Test
    void whatCouldNotBeFetchedIsSaidAndAskedForAgain(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard.open(page, SCHWARTZ);
        visitors.lose(page, PAGES_SCRIPT);
        Locator tools = page.locator("main figure .figure-tools").first();
        Locator offer = tools.getByText("Source, download, embed, cite");
        offer.click();
        assertThat(page.locator("#notice")).containsText("could not be fetched");
        Locator robust = page.locator("details.robustness");
        robust.locator("summary").click();
        assertThat(robust.locator(".robustness-body button").first()).containsText("Work it out");

        page.unroute(PAGES_SCRIPT);
        robust.locator(".robustness-body button").first().click();
        assertThat(robust.locator("table")).isVisible();
        assertThat(tools.getByText("Copy citation")).isVisible();
    }

    private static Path taken(Page page, Locator tools, String kind) {
        return page.waitForDownload(() -> tools.getByText(kind).click()).path();
    }

    @Test
    void aViewInAFrameShowsTheTableAndWhatItIs(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(SCHWARTZ + "?w.universalism=20&embed=1");
        Leaderboard.arrive(page);
        assertThat(page.locator("h1, .banner-synthetic, table.board").all()).allMatch(one -> one.isVisible());
        assertThat(page.locator(":is(nav, .controls, footer):visible")).hasCount(0);
        assertThat((double) page.locator("table.board").evaluate("e => e.getBoundingClientRect().top"))
                .isLessThan(300);
    }

    @Test
    void aHeadSaysWhatItsValueMeansOnFocus(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        assertThat(page.locator(".tip:visible")).hasCount(0);
        board.focus(AriaRole.LINK, "Hedonism");
        assertThat(page.locator(".tip:visible")).hasCount(1);
        assertThat(page.locator(".tip:visible")).containsText("leasure");
        // A petal of the rose leads there too, under its name and figure.
        assertThat(board.focus(AriaRole.LINK, "Hedonism")).hasAccessibleDescription(Pattern.compile(".*leasure.*"));
    }

    @Test
    void coloursCanBeChosenAndAreRemembered(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        String light = background(page);
        board.choose("Colours", "dark");
        assertThat(background(page)).isNotEqualTo(light);
        page.navigate("methodology/index.html");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        board.choose("Colours", "auto");
        assertThat(background(page)).isEqualTo(light);
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void aSiteOnADiskDoesAllThatItDoesOnAServer(Visitors visitors, Sites sites) {
        Page page = visitors.fromDisk();
        Leaderboard board = Leaderboard.open(page, sites.edges().resolve(SAFETY).toUri() + "?sort=-dim:misinformation");
        assertThat(board.order()).startsWith("hundred", "nearly");
        board.type(AriaRole.SEARCHBOX, "Find a model", "ten");
        assertThat(board.order()).containsExactly("ten");
        assertThat(board.query()).contains("q=ten");
    }

    @Test
    void whereCopyingIsNotAllowedTheTextIsThereToTake(Visitors visitors) {
        Page page = visitors.desktop(edgeServer);
        page.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
        Leaderboard board = Leaderboard.open(page, SAFETY);
        board.unfold("copying");
        board.press(AriaRole.BUTTON, "Copy link", "Enter");
        assertThat(page.locator("#tools textarea")).hasValue(edgeServer.origin() + "2026-11/safety/");
        assertThat(page.locator("#tools textarea")).isFocused();
    }

    private static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }
}
