package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The heatmap of models and countries: whatever formula is used, its caption says which. */
@Tag("browser")
@ExtendWith(Chromium.class)
class CulturesPageTest {
    /** Pairs of labels of the map that show and meet; of the line that a text takes, letters fill the middle. */
    private static final String OVERLAPS = """
            () => {
              const all = [...document.querySelectorAll('.map-country, .map-number')]
                .filter((text) => text.checkVisibility())
                .map((text) => {
                  const box = text.getBoundingClientRect();
                  const line = box.height / 4;
                  return {name: text.lastChild.data, left: box.left + .5, right: box.right - .5, top: box.top + line, bottom: box.bottom - line};
                });
              const met = [];
              all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
                if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) met.push(`${a.name} on ${b.name}`);
              }));
              return all.length < 30 ? ['only ' + all.length] : met;
            }\
            """;

    private static final String WAVE_6 = "2026-11/cultures/wvs6/index.html";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    @Test
    void theCaptionNamesTheFormulaInUseAndTheAddressKeepsIt(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(WAVE_6);
        String published = cell(page);
        Leaderboard controls = new Leaderboard(page);
        controls.choose("Formula", "Pearson's correlation");
        assertThat(page.locator("#fits-caption")).containsText("Pearson's correlation, n = 10 values");
        assertThat(cell(page)).doesNotContain("(").isNotEqualTo(published);
        controls.choose("Formula", "Weighted sum of centred profiles, in points");
        assertThat(page.locator("#fits-caption")).containsText("Weighted sum of centred profiles");
        assertThat(controls.query()).isEqualTo("?formula=weighted");
        page.reload();
        assertThat(page.locator("#fits-caption")).containsText("Weighted sum of centred profiles");
        controls.choose("Formula", "Spearman's rank correlation");
        assertThat(page.locator("#fits-caption")).hasText("Spearman's rank correlation, n = 10 values");
        assertThat(cell(page)).isEqualTo(published);
        assertThat(controls.query()).isEmpty();
    }

    @Test
    void theMapCanBeReadOnAPhone(Visitors visitors) {
        Page page = visitors.phone(server);
        page.navigate(WAVE_6);
        assertThat(smallestLetters(page)).isGreaterThanOrEqualTo(10);
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());
    }

    @Test
    void moreLabelsShowWhereThereIsMoreRoomAndStillNoneLiesOnAnother(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(WAVE_6);
        assertThat(smallestLetters(page)).isGreaterThanOrEqualTo(12);
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());
    }

    private static double smallestLetters(Page page) {
        return (double) page.evaluate("0.0001 + Math.min(...[...document.querySelectorAll('.map-country, .map-number')]"
                + ".map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))");
    }

    private static String cell(Page page) {
        return page.locator(".fits tbody tr").first().locator("td").first().innerText();
    }
}
