package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The heatmap of models and countries: whatever formula is used, its caption says which. */
@Tag("browser")
@ExtendWith(Chromium.class)
class CulturesPageTest {
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
        // A code is at least eight pixels high on the screen, which people read at arm's length.
        double height = (double) page.evaluate("Math.min(...[...document.querySelectorAll('.map-country')]"
                + ".map(text => text.getBoundingClientRect().height * 1.0)) + 0.0001");
        assertThat(height).isGreaterThan(8);
    }

    private static String cell(Page page) {
        return page.locator(".fits tbody tr").first().locator("td").first().innerText();
    }
}
