package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands in tables and on controls is set whole: no word is parted, none runs into its neighbour. */
@Tag("browser")
@ExtendWith(Chromium.class)
class WholeWordsTest {
    /** One page of each kind that has tables or controls. */
    private static final List<String> KINDS = List.of(
            "2026-11/schwartz/index.html",
            "2026-11/schwartz/values/security.html",
            "2026-11/safety/index.html",
            "2026-11/all/index.html",
            "2026-11/models/index.html",
            "2026-11/models/alder-2/index.html",
            "2026-11/compare/index.html?m=alder-2,birch-mini",
            "2026-11/items/index.html",
            "2026-11/cultures/wvs6/index.html",
            "2026-11/cultures/wvs6/cn.html",
            "2026-11/data/index.html",
            "questions/2026-11/items/schwartz/index.html",
            "questions/2026-11/items/schwartz/g2.html");

    /**
     * Words and figures in the alphabets that part words by hyphens alone, and dates, that stand on two lines; and words
     * of heads that reach out of them. Digests and addresses are longer than any word.
     */
    private static final String PARTED = """
            () => {
              const words = /\\d{4}(?:-\\d\\d)+|[\\p{Script=Latin}\\d.,%]+/gu;
              const found = new Set();
              for (const part of document.querySelectorAll('th, td, label, legend, summary, button, dt, nav a')) {
                if (!part.checkVisibility()) continue;
                const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  if (text.parentElement.closest('.unseen, .aside, .tip, option')) continue;
                  for (const {0: word, index} of text.data.matchAll(words)) {
                    if (word.length < 2 || word.length > 24) continue;
                    const range = document.createRange();
                    range.setStart(text, index);
                    range.setEnd(text, index + word.length);
                    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
                    if (boxes.some((box) => Math.abs(box.top - boxes[0].top) > 3)) found.add('parted: ' + word);
                    const head = part.closest('thead th');
                    if (head && boxes.some((box) => box.right > head.getBoundingClientRect().right + 1)) found.add('reaches out: ' + word);
                  }
                }
              }
              return [...found];
            }\
            """;

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual(), sites.questions().getParent());
    }

    @TestFactory
    Stream<DynamicTest> onADesk(Visitors visitors) {
        return whole(visitors.desktop(server));
    }

    @TestFactory
    Stream<DynamicTest> onAPhone(Visitors visitors) {
        return whole(visitors.phone(server));
    }

    private static Stream<DynamicTest> whole(Page page) {
        return KINDS.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate(address);
                    page.locator("details").evaluateAll("all => all.forEach(one => { one.open = true; })");
                    assertThat(page.locator("th, td").count()).isPositive();
                    assertThat(page.evaluate(PARTED)).isEqualTo(List.of());
                }));
    }

    /** Chosen models add pictures and choices to the compare page, which must not make a phone scroll sideways. */
    @Test
    void chosenModelsFitOnAPhoneAndTheirPicturesCanBeRead(Visitors visitors) {
        Page page = visitors.phone(server);
        page.navigate("2026-11/compare/index.html?m=alder-2,birch-mini");
        page.locator(".compare-chart input[value=radar]").first().check();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat((double) page.evaluate("""
                () => Math.min(...[...document.querySelectorAll('.compare-chart text')]
                  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))\
                """))
                .as("smallest writing, in pixels")
                .isGreaterThan(10);
        assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.compare-chart text')]
                  .filter((text) => {
                    const [box, room] = [text, text.closest('svg')].map((one) => one.getBoundingClientRect());
                    return box.left < room.left - 1 || box.right > room.right + 1;
                  })
                  .map((text) => text.textContent)\
                """)).as("reaches out of the picture").isEqualTo(List.of());
    }

    /** Finding nothing counts only where something would have been found. */
    @Test
    void whatIsPartedIsFound(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.setContent("""
                <!doctype html><html lang="en"><title>Narrow</title>
                <table style="table-layout: fixed; width: 9rem; overflow-wrap: anywhere">
                <thead><tr><th style="overflow-wrap: normal">Misrepresentation</th><th>Kind</th></tr></thead>
                <tbody><tr><td>proprietarily</td><td>Self-Direction</td></tr></tbody></table>""");
        assertThat(page.evaluate(PARTED)).isEqualTo(List.of("reaches out: Misrepresentation", "parted: proprietarily"));
    }
}
