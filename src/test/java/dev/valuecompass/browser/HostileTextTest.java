package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Everything a model wrote is hostile text; on the pages it is text. (R68, R70, R74) */
@Tag("browser")
@ExtendWith(Chromium.class)
@Timeout(300)
class HostileTextTest {
    @TempDir
    private static Path folder;

    private static Path out;

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site() throws Exception {
        out = SampleSites.hostile(folder.resolve("a/b/c"));
        server = new PageServer(out);
    }

    private static final String MARKUP =
            "img:not(.badge-picture), iframe, object, embed, [onerror], [onload], [onmouseover], script:not([src])";

    /** Code that ran, markup, links that are none, and direction overrides. */
    private static final String WHAT_A_MODEL_BROUGHT = """
        markup => [
          ...(window.pwned === undefined ? [] : ['its code ran']),
          ...[...document.querySelectorAll(markup)].map(e => 'markup: ' + e.outerHTML.slice(0, 200)),
          ...[...document.querySelectorAll('a')].map(a => new URL(a.getAttribute('href'), location).protocol).filter(p => p !== 'http:' && p !== 'https:')
            .map(protocol => 'link: ' + protocol),
          ...(document.body.textContent.includes('\\u202E') ? ['direction override'] : [])
        ]\
        """;

    /** Countries have a page each, from one template; see {@link #noPageHoldsMarkupOfAModel} for all of them. */
    private static final Pattern REPEATED = Pattern.compile("2026-11/(cultures/\\w+|countries)/(?!de)[a-z]{2}\\.html");

    /** Dialogs, foreign requests and console errors are watched by {@link Visitors}. */
    @Test
    void everyPageIsInert(Visitors visitors) throws Exception {
        Page page = visitors.desktop(server);
        List<String> pages = Pages.of(out).stream()
                .filter(address -> !REPEATED.matcher(address).matches())
                .toList();
        assertThat(pages).hasSizeGreaterThan(40);
        for (String address : pages) {
            page.navigate(address);
            page.mouse().move(200, 400);
            assertThat(page.evaluate(WHAT_A_MODEL_BROUGHT, MARKUP)).as(address).isEqualTo(List.of());
        }
    }

    @Test
    void noPageHoldsMarkupOfAModel() throws Exception {
        for (String address : Pages.of(out)) {
            Document page = Jsoup.parse(Files.readString(out.resolve(address)), server.origin() + address);
            assertThat(page.select(MARKUP)).as(address).isEmpty();
            assertThat(page.select("a").eachAttr("abs:href"))
                    .as(address)
                    .isNotEmpty()
                    .allMatch(url -> url.matches("https?://.*"));
            assertThat(page.body().wholeText()).as(address).doesNotContain("\u202E");
        }
    }

    @Test
    void theTextItselfCanBeRead(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("2026-11/schwartz/index.html");
        assertThat(page.locator("table.board").innerText()).contains(SampleSites.HOSTILE.strip());
        // The scripts take the names into controls of their own.
        page.locator("table.board tbody input[type=checkbox]").first().check();
        page.locator("table.board tbody input[type=checkbox]").last().check();
        assertThat(page.locator("#pool").innerText()).contains("<img src=x onerror=");
        assertThat(page.locator("#pool a").getAttribute("href"))
                .endsWith("?m=..%2F..%2Fx,b%22+onmouseover%3D%22pwned%3D1");
    }

    @Test
    void noFileLeavesTheFolder() throws Exception {
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
