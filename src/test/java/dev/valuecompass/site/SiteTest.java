package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.snapshot.store.PeriodArchive;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page of a site, and for the folder it is written to. */
@Tag("slow")
class SiteTest {
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'";

    @TempDir
    private static Path out;

    private static Rendered site;

    @BeforeAll
    static void render() {
        site = usual(out);
    }

    private static Rendered usual(Path out) {
        return Rendered.of(
                out,
                SmallPeriod.usual("2026-11").build(),
                SmallPeriod.usual("2025-02").imported().withoutIntervals().build());
    }

    @Test
    void everyPageThatWasPromisedIsThere() {
        assertThat(site.files())
                .contains(
                        ".nojekyll",
                        "404.html",
                        "css/site.css",
                        "css/pages.css",
                        "favicon.svg",
                        "index.html",
                        "js/site.en.js",
                        "robots.txt",
                        "2025-02/index.html",
                        "2026-11/index.html",
                        "2026-11/schwartz/index.html",
                        "2026-11/safety/index.html",
                        "2026-11/schwartz/win-rate/index.html",
                        "2026-11/models/index.html",
                        "2026-11/models/alder-2/index.html",
                        "2026-11/compare/index.html",
                        "2026-11/cultures/index.html",
                        "2026-11/cultures/wvs6/index.html",
                        "2026-11/items/index.html",
                        "2026-11/items/schwartz/index.html",
                        "2026-11/data/index.html",
                        "js/periods.en.js",
                        "methodology/index.html",
                        "methodology/limits.html",
                        "periods/index.html");
    }

    @Test
    void theMethodologyShowsWhatValidationFound() {
        List<String> rows = site.page("methodology/validation.html")
                .select("article tbody tr td:first-child")
                .eachText();
        assertThat(rows).hasSize(17);
        assertThat(rows.subList(0, 8))
                .as("what the embedded recogniser and the truth recover, by system")
                .containsOnly("Basic Human Values", "Moral Foundations", "LLMs' Unique Values", "Safety Taxonomy");
        assertThat(rows.subList(8, 16))
                .as("what else is checked: length, drift, instructions")
                .allMatch(row -> row.matches("(Two models|The same|All models|No model|A model) .*"));
    }

    @Test
    void everyLinkLeadsToAFileAndEveryAnchorToAnElement() {
        assertThat(site.brokenLinks()).isEmpty();
    }

    @Test
    void linksOfASiteWithItsFrozenFilesLeadSomewhereToo(@TempDir Path data, @TempDir Path frozen) {
        assertThat(new Rendered(SampleSites.recomputable(frozen, data)).brokenLinks())
                .isEmpty();
    }

    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() {
        for (String path : site.pages()) {
            Document page = site.page(path);
            Element first = page.head().child(0);
            assertThat(first.attr("http-equiv")).as(path).isEqualTo("Content-Security-Policy");
            assertThat(first.attr("content")).as(path).isEqualTo(CSP);
            assertThat(page.select("style, iframe, object, embed, form, base, img:not(.badge-picture)"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("script"))
                    .as(path)
                    .hasSizeBetween(3, path.contains("/compare/") ? 6 : 4)
                    .allMatch(s -> s.html().isEmpty());
            assertThat(page.select("[src], link[href]").eachAttr("src"))
                    .as(path)
                    .noneMatch(src -> src.contains("//"));
            for (Element element : page.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    assertThat(attribute.getKey())
                            .as(path)
                            .isNotEqualTo("style")
                            .doesNotStartWith("on");
                }
            }
        }
    }

    @Test
    void everyPageHasOneHeadingLandmarksAndNamedTables() {
        for (String path : site.pages()) {
            Document page = site.page(path);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main#content, header, footer")).as(path).hasSize(3);
            assertThat(page.select("a.skip").attr("href")).as(path).isEqualTo("#content");
            assertThat(page.title()).as(path).endsWith("Value Compass Leaderboard");
            assertThat(page.select("meta[name=description]").attr("content"))
                    .as(path)
                    .isNotBlank();
            assertThat(page.select("main table"))
                    .as(path)
                    .allMatch(table -> table.selectFirst("caption") != null || table.closest(".prose") != null);
            assertThat(page.select("main .scroller"))
                    .as(path)
                    .allMatch(region -> region.attr("tabindex").equals("0")
                            && (region.hasAttr("aria-label") || region.hasAttr("aria-labelledby")));
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
            assertThat(page.select("th")).as(path).allMatch(th -> th.hasAttr("scope") || th.closest(".prose") != null);
        }
    }

    @Test
    void theSamePeriodsGiveTheSameBytes(@TempDir Path again) throws IOException {
        usual(again);
        assertThat(contents(again)).isEqualTo(contents(out));
    }

    @Test
    void aSecondRenderingTouchesNothing(@TempDir Path own) throws IOException {
        Rendered site = usual(own);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        for (String file : site.files()) {
            Files.setLastModifiedTime(own.resolve(file), longAgo);
        }
        usual(own);
        for (String file : site.files()) {
            assertThat(Files.getLastModifiedTime(own.resolve(file))).as(file).isEqualTo(longAgo);
        }
    }

    @Test
    void staleFilesGoAndFilesOfOthersStay(@TempDir Path own) throws IOException {
        usual(own);
        Files.writeString(own.resolve("CNAME"), "example.org");
        Files.writeString(own.resolve("2025-02/notes.txt"), "mine");
        Rendered smaller = Rendered.of(own, SmallPeriod.usual("2026-11").build());
        assertThat(smaller.files()).contains("CNAME", "2025-02/notes.txt");
        assertThat(smaller.pages()).noneMatch(path -> path.startsWith("2025-02/"));
        assertThat(own.resolve("2025-02/models")).doesNotExist();
    }

    @Test
    void aListOfFilesThatLeavesTheFolderIsRefused(@TempDir Path own, @TempDir Path other) throws IOException {
        usual(own);
        Path victim = Files.writeString(other.resolve("victim"), "keep me");
        Files.writeString(own.resolve(OutputTree.MANIFEST), own.relativize(victim) + "\n");
        assertThatThrownBy(() -> usual(own)).isInstanceOf(IllegalArgumentException.class);
        assertThat(victim).exists();
    }

    @Test
    void anotherPeriodIsReachedFromThePageMostLikeIt() {
        assertThat(site.page("2026-11/safety/index.html").select(".periods a").eachAttr("href"))
                .containsExactly(
                        "index.html",
                        "../../2025-02/safety/index.html",
                        "../../index.html",
                        "../../periods/index.html");
        assertThat(site.page("2026-11/models/alder-2/index.html")
                        .select(".periods a")
                        .eachAttr("href"))
                .contains("../../../2025-02/models/alder-2/index.html");
        assertThat(site.page("2025-02/safety/index.html").select(".periods a").eachAttr("href"))
                .as("what came later is not on the page itself")
                .containsExactly("index.html", "../../index.html", "../../periods/index.html");
        assertThat(site.page("periods/index.html").select("tbody th").eachText())
                .containsExactly(
                        "November 2026 Simulated models, synthetic figures.", "February 2025 Imported figures.");
    }

    @Test
    void whereTheSiteIsPublishedGivesCanonicalLinksAndAPageForEveryWrongAddress(@TempDir Path published) {
        new Site(DataFolder.over(Path.of("data")), Optional.of(URI.create("https://example.org/board")))
                .render(List.of(PeriodSource.of(SmallPeriod.usual("2026-11").build())), published);
        Rendered known = new Rendered(published);
        assertThat(known.page("2026-11/schwartz/index.html")
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("https://example.org/board/2026-11/schwartz/");
        Document lost = known.page("404.html");
        assertThat(lost.select("link[rel=stylesheet]").eachAttr("href")).allMatch(h -> h.startsWith("/board/css/"));
        assertThat(lost.select("a.brand").attr("href")).isEqualTo("/board/index.html");
        assertThat(site.page("index.html").select("link[rel=canonical]")).isEmpty();
    }

    @Test
    void frozenFilesAreOfferedByteForByte(@TempDir Path data, @TempDir Path published) throws IOException {
        PeriodStore store = new PeriodStore(data);
        store.write(SmallPeriod.usual("2026-11").build());
        new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(store, published);
        Rendered known = new Rendered(published);
        for (String name : List.of("snapshot.json", "items.jsonl", "cases/alder-2.jsonl", "SHA256SUMS")) {
            assertThat(published.resolve("2026-11/data/" + name))
                    .hasSameBinaryContentAs(store.folder("2026-11").resolve(name));
        }
        assertThat(published.resolve("2026-11/data/value-compass-2026-11.zip"))
                .hasBinaryContent(PeriodArchive.zip(store.folder("2026-11")));
        assertThat(published.resolve("2026-11/data/value-compass-2026-11-models.csv"))
                .content()
                .contains("2026-11,birch-mini,Birch mini,Kestrel AI");
        assertThat(published.resolve("schema/snapshot.schema.json")).isNotEmptyFile();
        Document page = known.page("2026-11/data/index.html");
        assertThat(page.select("a[href=snapshot.json]")).hasSize(1);
        assertThat(page.select("pre").text()).contains("@misc{value-compass-2026-11-r1");
    }

    @Test
    void aSiteNeedsAPeriod(@TempDir Path data, @TempDir Path published) {
        assertThatThrownBy(() ->
                        new Site(DataFolder.over(data), Optional.empty()).render(new PeriodStore(data), published))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no period");
        assertThat(published).isEmptyDirectory();
    }

    @Test
    void aLeaderboardOfThirtyThreeModelsStaysLight(@TempDir Path published) throws IOException {
        SmallPeriod period = new SmallPeriod("2026-11", "schwartz");
        for (int i = 0; i < 33; i++) {
            String id = "model-" + i;
            period.model(id, "Model " + i, "Maker " + i % 7, i % 2 == 0).scores(id, "schwartz", 10 + i * 1.37, 1.23);
        }
        Rendered.of(published, period.build());
        long bytes = gzipped(published.resolve("2026-11/schwartz/index.html"));
        try (var assets = Files.walk(published)) {
            for (Path asset : assets.filter(f -> f.toString().matches(".*/(site|controls)\\.css|.*/(site|first)\\.js"))
                    .toList()) {
                bytes += gzipped(asset);
            }
        }
        assertThat(bytes).isLessThan(60_000);
    }

    private static long gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String file : new Rendered(root).files()) {
            contents.put(file, Digest.sha256(Files.readAllBytes(root.resolve(file))));
        }
        return contents;
    }
}
