package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A page of October does not know of November; whoever reads it gets there all the same. */
@Tag("browser")
@ExtendWith(Chromium.class)
class LaterPeriodsTest {
    private static final String OLD = "2026-10/schwartz/index.html";

    @TempDir
    private Path out;

    @Test
    void aScriptAddsThePeriodsThatCameLaterAndTheyTakeThePoolAlong(Visitors visitors) throws Exception {
        Page page = visitors.desktop(visitors.serve(SampleSites.usual(out)));
        page.navigate(OLD + "?m=alder-2");
        Locator links = page.locator(".periods a");
        page.locator(".periods summary").press("Enter");
        assertThat(links.allTextContents())
                .isEqualTo(List.of("November 2026", "October 2026", "Newest period", "All periods"));
        links.first().press("Enter");
        page.waitForURL("**/2026-11/schwartz/index.html?m=alder-2");
        assertThat(links.allTextContents())
                .isEqualTo(List.of("November 2026", "October 2026", "Newest period", "All periods"));
    }

    /** The pill stands in the first line of the masthead or, where that is full, in the second. */
    @Test
    void theListLiesWithinTheWindowWhateverItsWidth(Visitors visitors) throws Exception {
        SampleSites.speaking(out, Path.of("data"), List.of("en", "zh"));
        Page page = visitors.desktop(visitors.serve(out));
        page.navigate(OLD);
        page.locator(".periods summary").click();
        for (int width : new int[] {390, 600, 820, 1000, 1100, 1200, 1280}) {
            page.setViewportSize(width, 800);
            BoundingBox list = page.locator("#periods").boundingBox();
            assertThat(list.x).as("left at %d px", width).isGreaterThanOrEqualTo(0);
            assertThat(list.x + list.width).as("right at %d px", width).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void onADiskToo(Visitors visitors) {
        SampleSites.usual(out);
        Page page = visitors.fromDisk();
        page.navigate(out.resolve("2026-10/models/alder-2/index.html").toUri().toString());
        page.locator(".periods summary").click();
        page.locator(".periods a").first().click();
        page.waitForURL("**/2026-11/models/alder-2/index.html");
    }

    @Test
    void withoutScriptsLinksLeadToTheNewestPeriodAndToAll(Visitors visitors) throws Exception {
        Page page = visitors.withoutScripts(visitors.serve(SampleSites.usual(out)));
        page.navigate(OLD);
        page.locator(".periods summary").click();
        assertThat(page.locator(".periods a").allTextContents())
                .isEqualTo(List.of("October 2026", "Newest period", "All periods"));
        page.locator(".periods a").last().click();
        page.locator("main a").first().click();
        page.waitForURL("**/2026-11/index.html");
    }
}
