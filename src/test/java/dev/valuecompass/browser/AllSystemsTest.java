package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of all systems: whichever columns stay, each stands under the name of its system. */
@Tag("browser")
@ExtendWith(Chromium.class)
class AllSystemsTest {
    private static final String ALL = "2026-11/all/index.html";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    @Test
    void theHeadOfASystemIsAsWideAsItsColumns(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(ALL + "?hide=dim:schwartz/power,dim:schwartz/security");
        Locator heads = page.locator("thead th[data-key^='dim:schwartz/']:visible");
        assertThat(heads).hasCount(8);
        Locator band = page.locator(".bands th").first();
        assertThat(band.boundingBox().x).isCloseTo(heads.first().boundingBox().x, within(1.0));
        assertThat(band.boundingBox().width).isCloseTo(8 * heads.first().boundingBox().width, within(1.0));
        assertThat(page.locator(".bands th").nth(1).boundingBox().x)
                .isCloseTo(
                        page.locator("thead th[data-key^='dim:safety/']")
                                .first()
                                .boundingBox()
                                .x,
                        within(1.0));
    }

    @Test
    void sortingStillWorksBelowIt(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(ALL);
        page.locator("thead th[data-key='dim:safety/malicious-use'] button").click();
        assertThat(page.locator("thead th[data-key='dim:safety/malicious-use']"))
                .hasAttribute("aria-sort", "descending");
        assertThat(page.locator(".board tbody tr").first()).hasAttribute("data-model", "birch-mini");
    }

    @Test
    void theNameStaysInSightBesideTheModelsWhileTheTableScrolls(Visitors visitors) {
        Page page = visitors.phone(server);
        page.navigate(ALL);
        page.locator("thead th[data-key='dim:schwartz/tradition']").evaluate("head => head.scrollIntoView()");
        Locator name = page.locator(".bands a").first();
        Locator model = page.locator("thead th.model");
        assertThat(name.boundingBox().x).isGreaterThanOrEqualTo(model.boundingBox().x + model.boundingBox().width - 1);
        assertThat(name.boundingBox().x + name.boundingBox().width).isLessThanOrEqualTo(390);
    }
}
