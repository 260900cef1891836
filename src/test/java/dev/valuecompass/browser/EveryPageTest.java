package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on every page of a site, whatever it shows. Requests, console and dialogs are watched throughout. */
@Tag("browser")
@ExtendWith(Chromium.class)
class EveryPageTest {
    /** Room for ink on A4 in landscape with margins of 10 mm, in CSS pixels at 96 to the inch. */
    private static final int PAPER_WIDTH = 1047;

    @AutoClose
    private static PageServer server;

    private static List<String> pages;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        Path questions = sites.questions();
        server = new PageServer(sites.usual(), questions.getParent());
        pages = Stream.concat(Pages.of(sites.usual()).stream(), Pages.of(questions.getParent()).stream())
                .filter(page -> !REPEATED.matcher(page).matches())
                .toList();
    }

    /** Pages that come from the same template as another one, with less on them. */
    private static final Pattern REPEATED = Pattern.compile(
            "questions/(?!2026-11/items/(schwartz/(index|p1|g2)|safety/s1)).*"
                    + "|2026-10/.*|2026-11/(index.html|safety/.*|items/safety/index.*"
                    + "|countries/(?!jp).*|models/(birch|cedar).*|schwartz/values/(?!security).*|cultures/((ess11|wvs5|mfq2-2021)/.*|wvs6/(?!cn|index).*))");

    /** A visitor of each kind goes from page to page. */
    @TestFactory
    Stream<DynamicContainer> everyPage(Visitors visitors) {
        Page desktop = visitors.desktop(server);
        Page phone = visitors.phone(server);
        Page withoutScripts = visitors.withoutScripts(server);
        return pages.stream()
                .map(address -> dynamicContainer(
                        address,
                        Stream.of(
                                on(desktop, address, "on paper", EveryPageTest::paperShowsTheWholeTable),
                                on(
                                        desktop,
                                        address,
                                        "by Tab",
                                        EveryPageTest::everyControlIsReachedByTabAndShowsTheFocus),
                                on(desktop, address, "with axe", EveryPageTest::axeFindsNothingInLightAndInDark),
                                on(phone, address, "on a phone", EveryPageTest::aPhoneNeverScrollsSideways),
                                on(
                                        withoutScripts,
                                        address,
                                        "without scripts",
                                        EveryPageTest::withoutScriptsEveryFigureIsOnThePage))));
    }

    /** A page is loaded once, however much is asked of it. */
    private static DynamicTest on(Page page, String address, String name, Consumer<Page> check) {
        return dynamicTest(name, () -> {
            if (!page.url().equals(server.origin() + address)) {
                page.navigate(address);
            }
            check.accept(page);
        });
    }

    private static void paperShowsTheWholeTable(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER_WIDTH, 700);
        try {
            assertThat(page.evaluate(CUT_OFF)).as("reaches beyond the paper").isEqualTo(List.of());
            assertThat(page.locator("#tools:visible, #weights:visible, #pool:visible")
                            .count())
                    .as("controls on paper")
                    .isZero();
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(1280, 800);
        }
    }

    private static void everyControlIsReachedByTabAndShowsTheFocus(Page page) {
        assertThat(page.evaluate(MARK_MOUSE_ONLY))
                .as("looks clickable, but no key reaches it")
                .isEqualTo(List.of());
        assertThat(tabThrough(page)).as("has the focus and does not show it").isEqualTo(List.of());
        assertThat(page.evaluate(LEFT_OVER)).as("never reached").isEqualTo(List.of());
    }

    /** In light and in dark: colours are all that the dark scheme changes. */
    private static void axeFindsNothingInLightAndInDark(Page page) {
        page.evaluate(UNFOLD);
        Axe axe = Axe.on(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        List<?> light = axe.violations();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat((boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isTrue();
        List<?> dark = axe.contrast();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(light).as("in light").isEmpty();
        assertThat(dark).as("in dark").isEmpty();
    }

    private static void aPhoneNeverScrollsSideways(Page page) {
        page.evaluate(UNFOLD);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private static void withoutScriptsEveryFigureIsOnThePage(Page page) {
        assertThat(page.locator("main").innerText()).isNotBlank();
        assertThat(page.locator("button:visible, input:visible, select:visible").count())
                .as("controls that would do nothing")
                .isZero();
        assertThat(page.locator("table.board tbody [data-value]").allInnerTexts())
                .allMatch(figure -> figure.matches("(?s).*\\d.*"));
    }

    private static final String UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })";

    /** Finding nothing counts only where something would have been found. */
    @Test
    void whatIsWrongIsFound(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.setContent("""
                <!doctype html><html lang="en"><title>Wrong</title>
                <style>
                  button:focus-visible { outline: 2px solid }
                  a { outline: none }
                  p { color: #000; background: #fff }
                  @media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }
                </style>
                <main><h1>Wrong</h1><p>Dark on dark</p><p>Alike</p><p style="color: #444">Another</p><button>Right</button> <a href="#wrong">Wrong</a>
                <a href="#wrong" tabindex="-1">Wrong too</a> <a href="#alone" tabindex="-1">Alone</a></main>""");
        Axe axe = Axe.on(page);
        assertThat(axe.violations()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(axe.contrast())
                .hasSize(2)
                .allSatisfy(wrong -> assertThat(wrong.toString()).startsWith("color-contrast"))
                .anySatisfy(wrong -> assertThat(wrong.toString()).contains("Dark on dark"))
                .anySatisfy(wrong -> assertThat(wrong.toString()).contains("Another"));
        assertThat(tabThrough(page)).isEqualTo(List.of("<a href=\"#wrong\">Wrong</a>"));
        assertThat(page.evaluate(LEFT_OVER).toString()).contains("Alone").doesNotContain("Wrong");
    }

    /** Goes from control to control and returns those that had the focus and did not show it. */
    private static Object tabThrough(Page page) {
        int controls = (int) page.evaluate(MARK_CONTROLS);
        for (int i = 0; i < controls; i++) {
            page.keyboard().press("Tab");
        }
        return page.evaluate("window.unseen");
    }

    private static final String MARK_MOUSE_ONLY = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && getComputedStyle(e).cursor === 'pointer')
          .filter(e => !e.closest('a[href], button, input, select, textarea, summary, label'))
          .map(e => e.outerHTML.slice(0, 200))\
        """;

    /**
     * Marks every control, and from then on ticks off each that gets the focus and shows it by an outline. A link may be left out
     * where Tab reaches another one to the same place.
     */
    private static final String MARK_CONTROLS = """
        () => {
          const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
          const visible = [...document.querySelectorAll(all)].filter(e => e.checkVisibility() && !e.disabled);
          const place = e => e.href?.baseVal ?? e.getAttribute('href');
          const reached = new Set(visible.filter(e => e.tabIndex >= 0).map(place));
          const controls = visible.filter(e => e.tabIndex >= 0 || !e.matches('a') || !reached.has(place(e)));
          controls.forEach(e => { e.dataset.unreached = ''; });
          document.activeElement.blur();
          window.unseen = [];
          addEventListener('focusin', ({target: e}) => {
            delete e.dataset.unreached;
            const {outlineStyle, outlineWidth} = getComputedStyle(e);
            if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) window.unseen.push(e.outerHTML.slice(0, 200));
          });
          return controls.length;
        }\
        """;

    private static final String LEFT_OVER =
            "() => [...document.querySelectorAll('[data-unreached]')].map(e => e.outerHTML.slice(0, 200))";

    @Test
    void withoutScriptsTheLeaderboardSaysEveryModelAndScore(Visitors visitors) {
        Page page = visitors.withoutScripts(server);
        page.navigate("index.html");
        assertThat(page.locator("table.board").innerText())
                .contains("Alder 2", "Birch mini", "Cedar R", "57.0", "53.5", "52.5", "61.5", "40.0", "67.0");
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
