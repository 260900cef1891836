package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that come late move nothing: a page keeps room for what they add. */
@Tag("browser")
@ExtendWith(Chromium.class)
class SteadyPagesTest {
    /**
     * Layout shift (web.dev/cls) that nobody notices; above .1 a page counts as restless. Room that lacks one row of
     * controls makes .007 or more.
     */
    private static final double STILL = 0.005;

    /** Those that add something; a page waits for none of them. */
    private static final String SCRIPTS = "**/js/{site,pages,periods}.*.js";

    private static final String SHIFTS = """
            globalThis.shifted = 0;
            globalThis.painted = false;
            globalThis.moved = [];
            new PerformanceObserver((list) => {
              for (const {value, sources} of list.getEntries()) {
                shifted += value;
                for (const {node, previousRect, currentRect} of sources) {
                  moved.push(`${node?.id || node?.className || node?.nodeName} ${previousRect.top} > ${currentRect.top}`);
                }
              }
            }).observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(() => (painted = true)).observe({type: 'paint', buffered: true});\
            """;

    @TempDir
    private static Path out;

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site() throws Exception {
        server = new PageServer(SampleSites.usual(out));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11/schwartz/index.html",
                "2026-10/schwartz/index.html",
                "2026-11/schwartz/index.html?w.power=0",
                "2026-11/all/index.html",
                "2026-11/models/index.html",
                "2026-11/models/alder-2/index.html",
                "2026-11/compare/index.html",
                "2026-11/compare/index.html?m=alder-2,birch-mini",
                "2026-11/cultures/index.html",
                "2026-11/items/index.html",
                "2026-11/items/schwartz/index.html",
                "2026-11/findings/index.html"
            })
    void nothingMovesWhenTheScriptsCome(String address, Visitors visitors) {
        for (Page page : List.of(visitors.phone(server), visitors.desktop(server))) {
            List<Route> held = new ArrayList<>();
            page.route(SCRIPTS, held::add);
            page.addInitScript(SHIFTS);
            page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            waitUntilPainted(page);
            assertThat(page.locator("#appearance select").count()).isZero();
            page.unroute(SCRIPTS);
            held.forEach(Route::resume);
            page.waitForSelector("#appearance select");
            page.waitForTimeout(300);
            assertThat(((Number) page.evaluate("shifted")).doubleValue())
                    .as("%s at %d px: %s", address, page.viewportSize().width, page.evaluate("moved"))
                    .isLessThan(STILL);
        }
    }

    /** With all that its file holds; asked again and again since the pages forbid what Playwright's own waiting needs. */
    private static void waitUntilPainted(Page page) {
        for (int i = 0; i < 600; i++) {
            if ((Boolean) page.evaluate("painted && document.readyState !== 'loading'")) {
                return;
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError(page.url() + " was not painted");
    }
}
