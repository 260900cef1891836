package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page starts in several tasks: what the address asks for is there after the first, and nobody has to wait for the last. */
@Tag("browser")
@ExtendWith(Chromium.class)
class StartTest {
    private static final String SCHWARTZ = "2026-11/schwartz/index.html";

    /** Holds back every task of the start but the first. */
    private static final String HOLD = """
            globalThis.held = [];
            globalThis.MessageChannel = class {
              constructor() {
                this.port1 = {close() {}};
                this.port2 = {postMessage: () => held.push(() => this.port1.onmessage())};
              }
            };\
            """;

    private static final String RELEASE = "while (held.length > 0) held.shift()()";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    private static Leaderboard held(Visitors visitors, String address) {
        Page page = visitors.desktop(server);
        page.addInitScript(HOLD);
        page.navigate(address);
        return new Leaderboard(page);
    }

    /** Of the first table, also where it is hidden. */
    private static Object rows(Page page) {
        return page.evaluate("[...document.querySelector('.board').tBodies[0].rows].map((row) => row.dataset.model)");
    }

    private static int buttons(Page page, String which) {
        return page.locator("#compare section:" + which + "-of-type button.sort")
                .count();
    }

    @Test
    void theAddressIsRestoredInTheFirstTask(Visitors visitors) {
        Leaderboard board = held(visitors, SCHWARTZ + "?w.universalism=20&sort=-rank&hide=dim:power");
        assertThat(rows(board.page())).isEqualTo(List.of("birch-mini", "alder-2", "cedar-r"));
        assertThat(board.cell("alder-2", "score").locator(".figure")).hasText("62.3");
        assertThat(board.page().locator("thead [data-key='dim:power']")).hasAttribute("hidden", "");
        assertThat(board.page().locator("#tools input, #weights details, .pick"))
                .hasCount(0);
        board.page().evaluate(RELEASE);
        assertThat(board.page().locator("#weights summary").first()).containsText("Importance");
        assertThat(board.page().locator(".pick")).hasCount(3);
        assertThat(board.order()).containsExactly("birch-mini", "alder-2", "cedar-r");
    }

    @Test
    void aPressBeforeTheStartHasEndedIsNotLost(Visitors visitors) {
        Leaderboard board = held(visitors, "2026-11/compare/index.html");
        Page page = board.page();
        assertThat(buttons(page, "first")).isZero();
        // The heads of the first table come with the panels, those of the others a frame later each.
        page.evaluate("globalThis.requestAnimationFrame = (action) => held.push(action); held.shift()()");
        assertThat(buttons(page, "first")).isPositive();
        assertThat(buttons(page, "last")).isZero();
        page.locator("#compare section:first-of-type th[data-key='dim:universalism'] button.sort")
                .focus();
        page.keyboard().press("Enter");
        assertThat(buttons(page, "last")).isPositive();
        // 67 for Alder 2 and Cedar R, which keep their order, 61.5 for Birch mini.
        List<String> sorted = List.of("alder-2", "cedar-r", "birch-mini");
        assertThat(rows(page)).isEqualTo(sorted);
        assertThat(board.query()).isEqualTo("?sort=-dim:universalism");
        int all = buttons(page, "last");
        page.evaluate(RELEASE);
        assertThat(page.locator("#tools input[type=search]")).hasCount(1);
        assertThat(buttons(page, "last")).isEqualTo(all);
        assertThat(rows(page)).isEqualTo(sorted);
        page.goBack();
        assertThat(rows(page)).isEqualTo(List.of("alder-2", "birch-mini", "cedar-r"));
    }

    @Test
    void goingBackBeforeTheStartHasEndedShowsWhatWasThere(Visitors visitors) {
        Leaderboard board = held(visitors, SCHWARTZ + "#content");
        Page page = board.page();
        page.evaluate("history.pushState(null, '', '?q=alder')");
        page.goBack();
        assertThat(board.query()).isEmpty();
        assertThat(board.order()).hasSize(3);
        assertThat(page.locator("#tools input[type=search]")).hasValue("");
    }

    @Test
    void comparedModelsAreDrawnWithoutWaitingForTheControls(Visitors visitors) {
        Leaderboard board = held(visitors, "2026-11/compare/index.html?m=birch-mini,alder-2");
        Page page = board.page();
        assertThat(page.locator("#compare section:first-of-type .differ-most")).containsText("12.5 points apart");
        assertThat(page.locator("#compare section:first-of-type .chart svg")).hasCount(1);
        assertThat(page.locator("html")).hasClass(Pattern.compile(".*\\barranging\\b.*"));
        page.evaluate(RELEASE);
        assertThat(page.locator("html")).not().hasClass(Pattern.compile(".*\\barranging\\b.*"));
        assertThat(page.locator("#pool .pool-list li")).hasCount(2);
    }
}
