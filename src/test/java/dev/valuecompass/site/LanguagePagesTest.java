package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same site in two languages. */
class LanguagePagesTest {
    /** Names of methods, formats and surveys, which have no Chinese ones, and those of the models of the period. */
    private static final Pattern NAMES =
            Pattern.compile("Value Compass \\S+|TrueSkill|JSON|CSV|BibTeX|AUC|F1|Self-BLEU|"
                    + "Distinct-2|AdAEM|DENEVIL|Alder 2|Birch mini|Cedar R|et al|and Gladen|and Graepel|English|SHA-256|European Social Survey, round \\d+|"
                    + "World Values Survey, wave \\d+|^[A-Z]{2}$");

    /** Words of a language written in Latin letters: a text of them alone, or a phrase inside a Chinese text. */
    private static final Pattern ENGLISH =
            Pattern.compile("^[^\\p{IsHan}]*[A-Za-z]{3,}[^\\p{IsHan}]*$|[a-z]{2,} [a-z]{2,}");

    @TempDir
    private static Path out;

    private static Rendered site;

    @BeforeAll
    static void render() {
        site = new Rendered(SampleSites.speaking(out, Path.of("data"), List.of("en", "zh")));
    }

    @Test
    void everyPageHasItsTwinAndLeadsToIt() {
        List<String> first = site.pages().stream()
                .filter(path -> !path.startsWith("zh/") && !path.equals("404.html"))
                .toList();
        assertThat(first).hasSizeGreaterThan(50);
        assertThat(site.pages().stream().filter(path -> path.startsWith("zh/")).map(path -> path.substring(3)))
                .containsExactlyElementsOf(first);
        for (String path : List.of("index.html", "2026-11/schwartz/index.html", "methodology/index.html")) {
            Document english = site.page(path);
            Document chinese = site.page("zh/" + path);
            assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(chinese.selectFirst("html").attr("lang")).isEqualTo("zh");
            assertThat(resolved(path, english.selectFirst(".languages a"))).isEqualTo("zh/" + path);
            assertThat(resolved("zh/" + path, chinese.selectFirst(".languages a")))
                    .isEqualTo(path);
            assertThat(chinese.select("link[hreflang]"))
                    .as("search engines take absolute addresses only, which this site does not know")
                    .isEmpty();
        }
        assertThat(site.brokenLinks()).isEmpty();
    }

    @Test
    void searchEnginesAreToldOfTheTwinWhereTheAddressIsKnown(@TempDir Path published) {
        new Site(
                        DataFolder.over(Path.of("data")),
                        Optional.of(URI.create("https://example.org/v/")),
                        List.of("en", "zh"))
                .render(List.of(PeriodSource.of(SmallPeriod.usual("2026-11").build())), published);
        Elements links =
                new Rendered(published).page("zh/2026-11/schwartz/index.html").select("link[rel=alternate][hreflang]");
        assertThat(links.eachAttr("hreflang")).containsExactly("en", "zh", "x-default");
        assertThat(links.eachAttr("href"))
                .containsExactly(
                        "https://example.org/v/2026-11/schwartz/",
                        "https://example.org/v/zh/2026-11/schwartz/",
                        "https://example.org/v/2026-11/schwartz/");
    }

    @Test
    void figuresFeedsAndPicturesAreWrittenOnce() {
        assertThat(site.files().stream().filter(path -> path.startsWith("zh/")))
                .allSatisfy(path -> assertThat(path).endsWith(".html"));
    }

    @Test
    void figuresAreTheSameInBothLanguages() {
        for (String path : List.of("2026-11/schwartz/index.html", "2026-11/models/alder-2/index.html")) {
            assertThat(site.page("zh/" + path).select("[data-value]").eachAttr("data-value"))
                    .isEqualTo(site.page(path).select("[data-value]").eachAttr("data-value"))
                    .isNotEmpty();
        }
        assertThat(site.page("zh/2026-11/index.html").selectFirst("h1").text()).isEqualTo("基本人类价值观");
        assertThat(site.page("zh/2026-11/index.html").selectFirst(".kicker").text())
                .contains("2026年11月");
        assertThat(site.page("zh/2026-11/index.html").select("thead th a").eachText())
                .contains("自我导向", "仁慈", "普世主义");
    }

    @Test
    void chinesePagesSayNothingInEnglish() {
        Map<String, String> found = new TreeMap<>();
        site.pages().stream().filter(path -> path.startsWith("zh/")).forEach(path -> {
            for (String text : texts(site.page(path))) {
                if (ENGLISH.matcher(NAMES.matcher(text).replaceAll("")).find()) {
                    found.putIfAbsent(text, path);
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsNotTranslatedIsSaidToBeEnglish() {
        Document dictionary = site.page("zh/dictionary.html");
        assertThat(dictionary.selectFirst("article").attr("lang")).isEqualTo("en");
        assertThat(dictionary.selectFirst(".caution").text()).isEqualTo("以下内容只有英文版。");
        Document limits = site.page("zh/methodology/limits.html");
        assertThat(limits.selectFirst("article").hasAttr("lang")).isFalse();
        assertThat(limits.selectFirst("h1").text()).isEqualTo("局限");
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("templates"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                String bare = Files.readString(template)
                        .replaceAll("(?m)^@(import|param) .*$", "")
                        .replaceAll("@template[^\\n]*", "")
                        .replaceAll("@(if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)", "")
                        .replaceAll("!\\{[^}]*}|\\$unsafe\\{[^}]*}|\\$\\{[^}]*}", "")
                        .replaceAll("@(else|endif|endfor)", "");
                Document page = Jsoup.parse(bare);
                page.select("code").remove();
                for (Element element : page.select("[title], [aria-label], [alt]")) {
                    found.addAll(letters(template, element.attr("title") + element.attr("aria-label")));
                }
                for (String line : page.wholeText().split("[<>(){}=&|!?:;,\"`\\n]")) {
                    if (!line.contains(".") && line.matches(".*[A-Za-z]{2,} [a-z]{2,}.*")) {
                        found.add(template + ": " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> letters(Path template, String text) {
        return text.replace("BibTeX", "").matches("(?s).*[A-Za-z]{3,}.*") ? List.of(template + ": " + text) : List.of();
    }

    private static String resolved(String from, Element link) {
        return Path.of("/" + from)
                .getParent()
                .resolve(link.attr("href"))
                .normalize()
                .toString()
                .substring(1);
    }

    /** What readers see or hear, but for what says that it is in another language or not to be translated. */
    private static List<String> texts(Document page) {
        page.select(
                        "[translate=no], [lang]:not(html), code, pre, .colophon, .facts dd, .prose strong, [data-facet=category]")
                .remove();
        List<String> texts = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank()) {
                        texts.add(text.text());
                    }
                },
                page.body());
        page.select("[title], [aria-label]").forEach(element -> {
            texts.add(element.attr("title"));
            texts.add(element.attr("aria-label"));
        });
        return texts;
    }
}
