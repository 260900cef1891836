package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.valuecompass.site.EnglishText;
import dev.valuecompass.site.SampleSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pages in Chinese, and in a language that is written from right to left. */
@Tag("browser")
@ExtendWith(Chromium.class)
class LanguagesTest {
    private static final List<String> KINDS = List.of(
            "2026-11/schwartz/index.html",
            "2026-11/compare/index.html?m=alder-2,birch-mini",
            "2026-11/models/alder-2/index.html",
            "2026-11/cultures/wvs6/index.html",
            "2026-11/items/index.html",
            "2026-11/findings/index.html",
            "2026-11/data/index.html",
            "methodology/scores.html");

    /** Texts and names of controls that are outside what a selector finds. */
    private static final String TEXTS = """
            marked => {
                document.querySelectorAll('details').forEach(one => one.open = true);
                const texts = [];
                const walk = node => {
                    if (node.nodeType === Node.TEXT_NODE) texts.push(node.data.trim());
                    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(marked)) return;
                    for (const name of ['title', 'aria-label', 'alt', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
                    node.childNodes.forEach(walk);
                };
                walk(document.body);
                return texts.filter(text => text.trim());
            }""";

    @TempDir
    private static Path folder;

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site() throws Exception {
        Path languages = Files.createDirectories(folder.resolve("data/languages"));
        Files.writeString(languages.resolve("ar.yml"), mirrored(Files.readString(Path.of("data/languages/en.yml"))));
        server = new PageServer(
                SampleSites.speaking(folder.resolve("site"), folder.resolve("data"), List.of("en", "zh", "ar")));
    }

    /** English in Arabic letters: as long as it was, and from right to left. */
    private static String mirrored(String english) throws IOException {
        StringBuilder arabic = new StringBuilder();
        boolean texts = false;
        for (String line : english.lines().toList()) {
            texts |= line.startsWith("  sentences:");
            int colon = line.indexOf(": ");
            boolean plain = texts && !line.strip().startsWith("#") && !line.contains("LLLL");
            int from = colon < 0 ? (line.endsWith(":") ? line.length() : 0) : colon;
            arabic.append(plain ? line.substring(0, from) + letters(line.substring(from)) : line)
                    .append('\n');
        }
        return arabic.toString()
                .replace("direction: ltr", "direction: rtl")
                .replace("language: English", "language: العربية");
    }

    /** What stands in braces stays. */
    private static String letters(String text) {
        if (text.startsWith(": {") && !text.endsWith("\"")) {
            return text;
        }
        StringBuilder arabic = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            arabic.append(depth == 0 && c >= 'a' && c <= 'z' ? (char) ('\u0628' + (c - 'a') % 18) : c);
        }
        return arabic.toString();
    }

    @TestFactory
    Stream<DynamicTest> axeFindsNothing(Visitors visitors) {
        Page page = visitors.desktop(server);
        return both().map(address -> dynamicTest(address, () -> {
            page.navigate(address);
            assertThat(Axe.on(page).violations()).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPhoneNeverScrollsSideways(Visitors visitors) {
        Page page = visitors.phone(server);
        return both().map(address -> dynamicTest(address, () -> {
            page.navigate(address);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isLessThanOrEqualTo(0);
        }));
    }

    private static Stream<String> both() {
        return KINDS.stream().flatMap(page -> Stream.of("zh/" + page, "ar/" + page));
    }

    @Test
    void theControlsSpeakTheLanguageOfThePage(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("zh/2026-11/schwartz/index.html");
        assertThat(page.locator("#weights")).containsText("权重");
        assertThat(page.locator("#tools")).containsText("3 个模型");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("按自我导向排序").setExact(true))
                .press("Enter");
        assertThat(page.locator("#tools")).containsText("已按自我导向降序排列。");
    }

    /** What stands in the page and what scripts add, with every panel open. */
    @TestFactory
    Stream<DynamicTest> whatScriptsAddIsNotEnglish(Visitors visitors) {
        Page page = visitors.desktop(server);
        return KINDS.stream()
                .map(address -> dynamicTest(address, () -> {
                    page.navigate("zh/" + address);
                    @SuppressWarnings("unchecked")
                    List<String> texts =
                            (List<String>) page.evaluate(TEXTS, EnglishText.MARKED + ", script, style, template");
                    assertThat(texts).hasSizeGreaterThan(20);
                    assertThat(EnglishText.in(texts)).isEmpty();
                }));
    }

    /** They lie beside the scripts of all languages, not below the pages of one. */
    @Test
    void whatScriptsFetchIsFoundFromPagesOfEveryLanguage(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("zh/2026-11/schwartz/index.html");
        page.locator(".figure-tools button").first().press("Enter");
        page.locator(".figure-tools a").first().waitFor();
    }

    @Test
    void theSamePageInTheOtherLanguageKeepsTheView(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("2026-11/schwartz/index.html?sort=-dim:power&m=alder-2");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).press("Enter");
        page.waitForURL("**/zh/2026-11/schwartz/index.html?**");
        assertThat((String) page.evaluate("location.search"))
                .contains("sort=-dim:power")
                .contains("m=alder-2");
        assertThat(page.locator("html")).hasAttribute("lang", "zh");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .press("Enter");
        page.waitForURL(url -> !url.contains("/zh/"));
        assertThat((String) page.evaluate("location.search")).contains("m=alder-2");
    }

    @Test
    void aPageFromRightToLeftBeginsAtTheRight(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate("ar/2026-11/schwartz/index.html");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator(".brand").boundingBox().x).isGreaterThan(640);
        assertThat(page.locator("thead th.model").boundingBox().x)
                .isGreaterThan(page.locator("thead th.score").boundingBox().x);
    }
}
