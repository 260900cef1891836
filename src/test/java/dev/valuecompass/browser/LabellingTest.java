package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.valuecompass.pipeline.validation.LabelPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A rater at work, on a page that was sent as a file. */
@Tag("browser")
@ExtendWith(Chromium.class)
class LabellingTest {
    @TempDir
    Path folder;

    @Test
    void aRaterLabelsByKeyMarksWordsComesBackAndExports(Visitors visitors) throws IOException {
        Path file = Files.writeString(folder.resolve("label.html"), LabelPages.sample());
        Page page = visitors.fromDisk();
        page.navigate(file.toUri().toString());
        assertThat(page.locator("main")).isHidden();
        page.locator("#rater").fill("Not an id");
        assertThat(page.locator("main")).isHidden();
        page.locator("#rater").fill("r1");

        assertThat(page.locator("#count")).hasText("1 of 3, 0 labelled");
        assertThat(page.locator("#texts")).isHidden();
        assertThat(page.locator("#answer")).isEmpty();
        page.locator("#rater").blur();
        page.keyboard().press("1");
        assertThat(page.locator("#count")).hasText("1 of 3, 0 labelled");
        page.keyboard().press("s");
        assertThat(page.locator("#answer")).hasText("I will not.");
        page.keyboard().press("2");
        assertThat(page.locator("#name")).hasText("Hedonism");
        assertThat(page.locator("#answer")).hasText("Pleasure first <img src=x onerror=alert(1)> always.");
        page.evaluate("getSelection().setBaseAndExtent(document.querySelector('#answer').firstChild, 0,"
                + " document.querySelector('#answer').firstChild, 15)");
        page.keyboard().press("m");
        assertThat(page.locator("mark")).hasText("Pleasure first");
        page.keyboard().press("1");
        assertThat(page.locator("#count")).hasText("3 of 3, 2 labelled");

        page.reload();
        assertThat(page.locator("#rater")).hasValue("r1");
        assertThat(page.locator("#count")).hasText("3 of 3, 2 labelled");
        assertThat(page.locator("#answer")).hasText("</script><script>alert(2)</script> Work comes first.");
        page.locator("[data-label=cannot-tell]").click();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("mark")).hasText("Pleasure first");
        assertThat(page.locator("[data-label=expresses]")).hasAttribute("aria-pressed", "true");

        Download download = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(download.suggestedFilename()).isEqualTo("label-2026-11-1-r1.jsonl");
        assertThat(Files.readString(download.path())).isEqualTo("""
                {"id":"c","rater":"r1","label":"not","evidence":[]}
                {"id":"a","rater":"r1","label":"expresses","evidence":["Pleasure first"]}
                {"id":"b","rater":"r1","label":"cannot-tell","evidence":[]}
                """);
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }
}
