package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every page of a site, whatever it shows. Requests, console and dialogs are watched throughout. */
@Tag("browser")
@ExtendWith(Chromium.class)
class EveryPageTest {
    /** Room for ink on A4 in landscape with margins of 10 mm, in CSS pixels at 96 to the inch. */
    private static final int PAPER_WIDTH = 1047;

    @TempDir
    private static Path out;

    private static PageServer server;
    private static List<String> pages;

    @BeforeAll
    static void site() throws Exception {
        server = new PageServer(SampleSites.usual(out));
        SampleSites.questions(out.resolve("questions"));
        pages = Pages.of(out).stream()
                .filter(page -> !REPEATED.matcher(page).matches())
                .toList();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Pages that come from the same template as another one, with less on them. */
    private static final Pattern REPEATED = Pattern.compile(
            "questions/(?!2026-11/items/(schwartz/(index|p1|g2)|safety/s1)).*"
                    + "|2026-10/.*|2026-11/(index.html|safety/.*|items/safety/index.*"
                    + "|models/(birch|cedar).*|schwartz/values/(?!security).*|cultures/((ess11|wvs5|mfq2-2021)/.*|wvs6/(?!cn|index).*))");

    @TestFactory
    Stream<DynamicTest> axeFindsNothingInLight(Visitors visitors) {
        Page page = visitors.desktop(server);
        return pages.stream().map(address -> dynamicTest(address, () -> axe(page, address, new AxeBuilder(page))));
    }

    /** Colours are all that the dark scheme changes. */
    @TestFactory
    Stream<DynamicTest> axeFindsNothingInDark(Visitors visitors) {
        Page page = visitors.dark(server);
        return pages.stream()
                .map(address -> dynamicTest(
                        address, () -> axe(page, address, new AxeBuilder(page).withRules(List.of("color-contrast")))));
    }

    private static void axe(Page page, String address, AxeBuilder rules) {
        page.navigate(address);
        page.locator("details").evaluateAll("all => all.forEach(one => { one.open = true; })");
        List<String> violations = rules.setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml() + " "
                                + node.getFailureSummary()))
                .toList();
        assertThat(violations).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aPhoneNeverScrollsSideways(Visitors visitors) {
        Page page = visitors.phone(server);
        return pages.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate(address);
                    page.locator("details").evaluateAll("all => all.forEach(one => { one.open = true; })");
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                            .isLessThanOrEqualTo(390);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyControlIsReachedByTabAndShowsTheFocus(Visitors visitors) {
        Page page = visitors.desktop(server);
        return pages.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate(address);
                    assertThat(page.evaluate(MARK_MOUSE_ONLY))
                            .as("looks clickable, but no key reaches it")
                            .isEqualTo(List.of());
                    int controls = (int) page.evaluate(MARK_CONTROLS);
                    for (int i = 0; i < controls; i++) {
                        page.keyboard().press("Tab");
                        assertThat(page.evaluate(TICK_OFF))
                                .as("focus " + i + " shows where it is")
                                .isEqualTo("");
                    }
                    assertThat(page.evaluate(LEFT_OVER)).as("never reached").isEqualTo(List.of());
                }));
    }

    private static final String MARK_MOUSE_ONLY = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && getComputedStyle(e).cursor === 'pointer')
          .filter(e => !e.closest('a[href], button, input, select, textarea, summary, label'))
          .map(e => e.outerHTML.slice(0, 200))\
        """;

    private static final String MARK_CONTROLS = """
        () => {
          const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
          const controls = [...document.querySelectorAll(all)].filter(e => e.checkVisibility() && !e.disabled);
          controls.forEach(e => { e.dataset.unreached = ''; });
          document.activeElement.blur();
          return controls.length;
        }\
        """;

    /** Empty when the element that has the focus shows it by an outline. */
    private static final String TICK_OFF = """
        () => {
          const e = document.activeElement;
          delete e.dataset.unreached;
          const {outlineStyle, outlineWidth} = getComputedStyle(e);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? '' : e.outerHTML.slice(0, 200);
        }\
        """;

    private static final String LEFT_OVER =
            "() => [...document.querySelectorAll('[data-unreached]')].map(e => e.outerHTML.slice(0, 200))";

    @TestFactory
    Stream<DynamicTest> withoutScriptsEveryFigureIsOnThePage(Visitors visitors) {
        Page page = visitors.withoutScripts(server);
        return pages.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate(address);
                    assertThat(page.locator("main").innerText()).isNotBlank();
                    assertThat(page.locator("button:visible, input:visible, select:visible")
                                    .count())
                            .as("controls that would do nothing")
                            .isZero();
                    assertThat(page.locator("table.board tbody [data-value]").all())
                            .allMatch(cell -> cell.innerText().matches("(?s).*\\d.*"));
                }));
    }

    @Test
    void withoutScriptsTheLeaderboardSaysEveryModelAndScore(Visitors visitors) {
        Page page = visitors.withoutScripts(server);
        page.navigate("index.html");
        assertThat(page.locator("table.board").innerText())
                .contains("Alder 2", "Birch mini", "Cedar R", "57.0", "53.5", "52.5", "61.5", "40.0", "67.0");
    }

    @TestFactory
    Stream<DynamicTest> paperShowsTheWholeTable(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER_WIDTH, 700);
        return pages.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate(address);
                    assertThat(page.evaluate(CUT_OFF))
                            .as("reaches beyond the paper")
                            .isEqualTo(List.of());
                    assertThat(page.locator("#tools:visible, #weights:visible, #pool:visible")
                                    .count())
                            .as("controls on paper")
                            .isZero();
                }));
    }

    /** Cells of tables that a scroller or the edge of the paper hides. */
    private static final String CUT_OFF = """
        () => [...document.querySelectorAll('table th, table td')]
          .filter(cell => cell.checkVisibility())
          .filter(cell => {
            const box = cell.getBoundingClientRect();
            const scroller = cell.closest('.scroller');
            const clipped = scroller && getComputedStyle(scroller).overflow !== 'visible'
              && (scroller.scrollWidth > scroller.clientWidth || scroller.scrollHeight > scroller.clientHeight);
            return clipped || box.right > innerWidth + 1 || box.left < -1;
          })
          .slice(0, 3).map(cell => cell.outerHTML.slice(0, 120))\
        """;
}
