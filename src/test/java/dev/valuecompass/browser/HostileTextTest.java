package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Everything a model wrote is hostile text; on the pages it is text. (R68, R70, R74) */
@Tag("browser")
@ExtendWith(Chromium.class)
@Timeout(120)
class HostileTextTest {
    @TempDir
    private Path folder;

    /** Dialogs, foreign requests and console errors are watched by {@link Visitors}. */
    @Test
    void everyPageIsInert(Visitors visitors) throws Exception {
        Path out = SampleSites.hostile(folder.resolve("deep/site"));
        PageServer server = visitors.serve(out);
        Page page = visitors.desktop(server);
        for (String address : Pages.of(out)) {
            page.navigate(address);
            page.mouse().move(200, 400);
            assertThat(page.evaluate("window.pwned")).as(address).isNull();
            assertThat(page.locator("img, iframe, object, embed, [onerror], [onload], [onmouseover]")
                            .count())
                    .as("markup of a model on " + address)
                    .isZero();
            assertThat(page.locator("script:not([src])").count()).as(address).isZero();
            assertThat(page.locator("a").evaluateAll("links => links.map(a => a.protocol)"))
                    .as("links on " + address)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .isSubsetOf("http:", "https:");
            assertThat((String) page.evaluate("document.body.textContent"))
                    .as("direction overrides on " + address)
                    .doesNotContain("\u202E");
        }
    }

    @Test
    void theTextItselfCanBeRead(Visitors visitors) throws Exception {
        Path out = SampleSites.hostile(folder.resolve("site"));
        PageServer server = visitors.serve(out);
        Page page = visitors.desktop(server);
        page.navigate("2026-11/schwartz/index.html");
        assertThat(page.locator("table.board").innerText()).contains(SampleSites.HOSTILE.strip());
        // The scripts take the names into controls of their own.
        page.locator("table.board tbody input[type=checkbox]").first().check();
        page.locator("table.board tbody input[type=checkbox]").last().check();
        assertThat(page.locator("#pool").innerText()).contains("<img src=x onerror=");
        assertThat(page.locator("#pool a").getAttribute("href"))
                .endsWith("?m=b%22%20onmouseover%3D%22pwned%3D1,..%2F..%2Fx".replace("%20", "+"));
    }

    @Test
    void noFileLeavesTheFolder() throws Exception {
        Path out = SampleSites.hostile(folder.resolve("a/b/c"));
        List<String> outside;
        try (Stream<Path> files = Files.walk(folder)) {
            outside = files.filter(file -> Files.isRegularFile(file) && !file.startsWith(out))
                    .map(Path::toString)
                    .toList();
        }
        assertThat(outside).isEmpty();
        assertThat(Pages.of(out)).allMatch(page -> page.matches("[a-z0-9./-]+"));
    }
}
