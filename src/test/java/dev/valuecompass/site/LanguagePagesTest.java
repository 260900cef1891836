package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ModelEntryFields;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SnapshotFields;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same site in two languages. */
@Tag("slow")
class LanguagePagesTest {
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
        assertThat(site.page("zh/2026-11/schwartz/index.html").selectFirst("h1").text())
                .isEqualTo("基本人类价值观");
        assertThat(site.page("zh/2026-11/index.html").selectFirst(".kicker").text())
                .contains("2026年11月");
        assertThat(site.page("zh/2026-11/index.html").select("thead th a").eachText())
                .contains("自我导向", "仁慈", "普世主义");
    }

    @Test
    void chinesePagesSayNothingInEnglish() {
        assertThat(english(site)).isEmpty();
    }

    /** Pages of questions, which {@link SampleSites#speaking} has none of. */
    @Test
    void chinesePagesOfQuestionsSayNothingInEnglish(@TempDir Path questions) {
        new Site(DataFolder.over(Path.of("data")), Optional.empty(), List.of("zh", "en"))
                .render(List.of(PeriodSource.of(QuestionPeriod.build())), questions);
        assertThat(english(new Rendered(questions))).isEmpty();
    }

    /** They are frozen in English; those of older periods in other words. */
    @Test
    void remarksAboutAModelAreSaidInTheLanguageOfThePage(@TempDir Path out) {
        PeriodRecord period = SmallPeriod.usual("2026-11").build();
        List<ModelEntry> models = period.snapshot().models().stream()
                .map(model -> ModelEntryFields.copy(model)
                        .notes(
                                "Asked for as a, served as b. 3 of 99 answers on Basic Human Values were cut by the output limit:"
                                        + " its figures there do not compare with those of others. Not ranked on Safety Taxonomy: 4 of"
                                        + " 24 responses could be scored, and 90 % are needed. 99999999999 of 1 answers on X are in a"
                                        + " language that the recogniser has not learned; they are not scored.")
                        .build())
                .toList();
        new Site(DataFolder.over(Path.of("data")), Optional.empty(), List.of("zh", "en"))
                .render(
                        List.of(PeriodSource.of(period.withSnapshot(SnapshotFields.copy(period.snapshot())
                                .models(models)
                                .build()))),
                        out);
        Rendered pages = new Rendered(out);
        assertThat(pages.page("2026-11/models/alder-2/index.html")
                        .selectFirst(".caution")
                        .text())
                .as("what nobody knows stays as it is")
                .startsWith("Asked for as a, served as b. “基本人类价值观”的 99 个回答中有 3 个因输出上限被截断")
                .contains("在“安全分类体系”上没有名次：24 个回答中有 4 个可以计分，而至少需要 90%。")
                .endsWith(
                        "99999999999 of 1 answers on X are in a language that the recogniser has not learned; they are not"
                                + " scored.");
        assertThat(pages.page("en/2026-11/models/alder-2/index.html")
                        .selectFirst(".caution")
                        .text())
                .contains("3 of 99 answers on Basic Human Values were cut by the output limit and not scored");
    }

    /** What is said in English on pages in Chinese, with the first page that says it. */
    private static Map<String, String> english(Rendered site) {
        Map<String, String> found = new TreeMap<>();
        for (String path : site.pages()) {
            Document page = site.page(path);
            if (page.selectFirst("html").attr("lang").equals("zh")) {
                EnglishText.in(texts(page)).forEach(text -> found.putIfAbsent(text, path));
            }
        }
        return found;
    }

    @Test
    void whatIsNotTranslatedIsSaidToBeEnglish(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("data/languages"));
        Files.writeString(
                own.resolve("xx.yml"),
                Files.readString(Path.of("data/languages/en.yml")).replace("language: English", "language: Xx"));
        new Site(DataFolder.over(folder.resolve("data")), Optional.empty(), List.of("en", "xx"))
                .render(List.of(PeriodSource.of(SmallPeriod.usual("2026-11").build())), folder.resolve("site"));
        Rendered foreign = new Rendered(folder.resolve("site"));
        Document limits = foreign.page("xx/methodology/limits.html");
        assertThat(limits.selectFirst("article").attr("lang")).isEqualTo("en");
        assertThat(limits.selectFirst(".caution").text()).isEqualTo("This text is in English.");
        assertThat(foreign.page("xx/2026-11/cultures/wvs6/index.html").select("dd[lang=en], li[lang=en]"))
                .as("instrument, scale, source, licence and seven notes of a survey")
                .hasSize(4 + 7);
        Document translated = site.page("zh/methodology/limits.html");
        assertThat(translated.selectFirst("article").hasAttr("lang")).isFalse();
        assertThat(translated.selectFirst("h1").text()).isEqualTo("局限");
    }

    @Test
    void theDictionaryHasTheSameFieldsInBothLanguages() {
        Document english = site.page("dictionary.html");
        Document chinese = site.page("zh/dictionary.html");
        assertThat(chinese.select("tr td:first-child").eachText())
                .hasSizeGreaterThan(200)
                .isEqualTo(english.select("tr td:first-child").eachText());
        assertThat(chinese.select("td:not(:first-child) code").eachText())
                .as("types and values of fields")
                .isEqualTo(english.select("td:not(:first-child) code").eachText());
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
        // A page that is called after a question has it in its title, which cannot be marked in part.
        boolean quoted = page.selectFirst("h1[lang], h1 [lang]") != null;
        page.select(EnglishText.MARKED).remove();
        List<String> texts = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank()) {
                        texts.add(text.text());
                    }
                },
                page.body());
        for (String attribute : List.of("title", "aria-label", "alt", "placeholder")) {
            texts.addAll(page.select("[" + attribute + "]").eachAttr(attribute));
        }
        if (!quoted) {
            texts.add(page.title());
            texts.addAll(page.select("meta[name=description]").eachAttr("content"));
        }
        return texts;
    }
}
