package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.text.SiteTexts;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Feed, list of pages, badges and texts for programs, read as programs read them. */
@Tag("slow")
class MachineFilesTest {
    private static final String BASE = "https://example.org/board/";
    private static final String NASTY =
            "</title><script>alert(1)</script> \u0000\u001b\ufffe\u202e]]> & \"quoted\" [x](javascript:y)";

    @TempDir
    private static Path out;

    @TempDir
    private static Path unknown;

    private static Rendered known;
    private static Rendered nowhere;

    @BeforeAll
    static void render() {
        PeriodRecord revised = SmallPeriod.usual("2026-11").build();
        Snapshot.Erratum why =
                new Snapshot.Erratum("snapshot.json", "revision", "revise", "1", "2", "A prompt was cut. <b>" + NASTY);
        List<PeriodSource> periods = Stream.of(
                        revised.withSnapshot(revised.snapshot().withRevision(2, List.of(why))),
                        SmallPeriod.usual("2026-10").build(),
                        hostile(),
                        SmallPeriod.usual("2025-02")
                                .imported()
                                .withoutIntervals()
                                .build())
                .map(PeriodSource::of)
                .toList();
        new Site(DataFolder.over(Path.of("data")), Optional.of(URI.create(BASE))).render(periods, out);
        SiteTexts renamed =
                new SiteTexts("Values of the North", "Told & retold", "Jane", "jane@example.org", "Upstream");
        new Site(DataFolder.over(Path.of("data")), Optional.empty(), List.of("en"), renamed).render(periods, unknown);
        known = new Rendered(out);
        nowhere = new Rendered(unknown);
    }

    private static PeriodRecord hostile() {
        return new SmallPeriod("2025-06", "safety")
                .model("nasty", NASTY, NASTY, true)
                .model("next", "Next", "X", true)
                .scores("nasty", "safety", 40, 1)
                .scores("next", "safety", 40, 1)
                .build();
    }

    @Test
    void theFeedHasAnEntryForEachRevisionOfEachPeriodNewestFirst() throws Exception {
        Document feed = xml(out.resolve("feed.xml"));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(texts(feed, "entry", "title"))
                .containsExactly(
                        "November 2026, revision 2: a correction",
                        "November 2026",
                        "October 2026",
                        "June 2025",
                        "February 2025");
        List<Instant> dates =
                texts(feed, "entry", "updated").stream().map(Instant::parse).toList();
        assertThat(dates).isSortedAccordingTo((a, b) -> b.compareTo(a)).doesNotHaveDuplicates();
        assertThat(texts(feed, "feed", "updated").get(0)).isEqualTo("2026-11-01T00:00:01Z");
        assertThat(texts(feed, "entry", "id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}"));
        assertThat(texts(feed, "entry", "summary").get(0)).startsWith("The figures were corrected: A prompt was cut.");
        assertThat(texts(feed, "entry", "summary").get(2))
                .startsWith("Simulated models, synthetic figures")
                .contains("3 models on 2 value systems");
        assertThat(texts(feed, "entry", "summary").get(4)).startsWith("Imported figures, published by Value Compass");
        assertThat(links(feed))
                .contains(BASE + "feed.xml", BASE, BASE + "2026-10/", BASE + "2026-11/data/")
                .allMatch(link -> link.startsWith(BASE));
    }

    /** RFC 4287, section 4.1: what every feed and every entry must have. */
    @Test
    void theFeedIsAtom() throws Exception {
        for (Path root : List.of(out, unknown)) {
            Document feed = xml(root.resolve("feed.xml"));
            for (String name : List.of("id", "title", "updated", "author")) {
                assertThat(children(feed.getDocumentElement(), name)).as(name).hasSize(1);
            }
            for (Element entry : children(feed.getDocumentElement(), "entry")) {
                for (String name : List.of("id", "title", "updated", "link", "summary")) {
                    assertThat(children(entry, name)).as(name).hasSize(1);
                }
            }
        }
    }

    @Test
    void theFeedKeepsItsIdsWhenTheSiteMovesAndItsLinksWorkWithoutABase() throws Exception {
        Document here = xml(out.resolve("feed.xml"));
        Document there = xml(unknown.resolve("feed.xml"));
        assertThat(texts(there, "entry", "id")).isEqualTo(texts(here, "entry", "id"));
        assertThat(links(there)).allMatch(link -> Files.isRegularFile(unknown.resolve(link)));
    }

    @Test
    void whatTheLeaderboardSaysOfItselfTodayIsOnEveryPageAndInEveryFile() throws Exception {
        for (String page : List.of("index.html", "2026-10/data/index.html", "methodology/index.html")) {
            assertThat(Files.readString(unknown.resolve(page)))
                    .as(page)
                    .contains(
                            "Values of the North: Told &amp; retold",
                            "Published by Jane.",
                            "Based on Upstream.",
                            "<a href=\"mailto:jane@example.org\">Report a mistake</a>");
        }
        String data = Files.readString(unknown.resolve("2026-10/data/index.html"));
        assertThat(data).contains("title = {{Values of the North, October 2026}}", "author = {{Jane}}");
        Document feed = xml(unknown.resolve("feed.xml"));
        assertThat(texts(feed, "feed", "title")).startsWith("Values of the North");
        assertThat(texts(feed, "feed", "subtitle")).startsWith("Told & retold");
        assertThat(texts(feed, "author", "name")).containsExactly("Jane");
        assertThat(Files.readString(unknown.resolve("llms.txt"))).startsWith("# Values of the North\n\nTold");
        try (Stream<Path> files = Files.walk(unknown.resolve("2026-10"))) {
            List<Path> citation =
                    files.filter(file -> file.endsWith("CITATION.cff")).toList();
            assertThat(citation).hasSize(1);
            assertThat(Files.readString(citation.get(0)))
                    .contains("title: \"Values of the North, October 2026\"", "name: \"Jane\"");
        }
    }

    @Test
    void theSiteMapNamesEveryPageButTheErrorPage() throws Exception {
        Document map = xml(out.resolve("sitemap.xml"));
        List<String> pages = texts(map, "url", "loc");
        assertThat(pages)
                .hasSize(known.pages().size() - 1)
                .contains(BASE, BASE + "2026-11/schwartz/", BASE + "methodology/limits.html")
                .noneMatch(page -> page.contains("404"));
        assertThat(pages).allMatch(page -> {
            String path = page.substring(BASE.length());
            return Files.isRegularFile(out.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path));
        });
        assertThat(out.resolve("robots.txt")).content().endsWith("Sitemap: " + BASE + "sitemap.xml\n");
    }

    @Test
    void withoutABaseNothingClaimsAnAbsoluteAddress() {
        assertThat(nowhere.files()).doesNotContain("sitemap.xml").contains("robots.txt", "llms.txt", "feed.xml");
        assertThat(unknown.resolve("robots.txt")).content().doesNotContain("Sitemap");
        assertThat(nowhere.page("index.html").select("meta[property=og:image], meta[property=og:url]"))
                .isEmpty();
        assertThat(nowhere.page("index.html").select("meta[property=og:title]").attr("content"))
                .contains("Values of the North");
    }

    @Test
    void theTextForLanguageModelsLeadsToFilesThatExist() throws IOException {
        String text = Files.readString(unknown.resolve("llms.txt"));
        assertThat(text)
                .startsWith("# Values of the North\n\nTold \\& retold\n\n> Which")
                .contains("## November 2026", "Simulated models");
        List<String> targets = new ArrayList<>();
        java.util.regex.Matcher link = java.util.regex.Pattern.compile(
                        "^- \\[[^\\n]*?\\]\\(([^)\\\\]+)\\): ", java.util.regex.Pattern.MULTILINE)
                .matcher(text);
        while (link.find()) {
            targets.add(link.group(1));
        }
        assertThat(targets)
                .hasSizeGreaterThan(15)
                .allMatch(target -> target.endsWith("snapshot.json") || Files.isRegularFile(unknown.resolve(target)));
        assertThat(text).doesNotContain("<script>", "](javascript:").doesNotContain("\u202e");
    }

    @Test
    void aBadgeSaysNoMoreThanTheFigures() throws Exception {
        assertThat(words("birch-mini", "safety"))
                .isEqualTo("Birch mini. Value Compass Leaderboard: Safety Taxonomy, rank 1 of 2, 2026-11, simulated");
        // More is not better here, so there is no rank.
        assertThat(words("alder-2", "schwartz")).contains("most: Universalism 67.0, 2026-11, simulated");
        assertThat(words("next", "safety")).contains("joint rank 1 of 2, 2025-06");
        // Cedar R has no figure on Safety in any period.
        assertThat(known.files()).doesNotContain("badges/cedar-r/safety.svg").contains("badges/cedar-r/schwartz.svg");
    }

    @Test
    void anImportedPeriodSaysSoOnItsBadges(@TempDir Path other) throws Exception {
        Rendered.of(
                other,
                SmallPeriod.usual("2025-02").imported().withoutIntervals().build());
        assertThat(xml(other.resolve("badges/alder-2/safety.svg"))
                        .getDocumentElement()
                        .getAttribute("aria-label"))
                .endsWith("rank 2 of 2, 2025-02, as imported");
    }

    @Test
    void badgesAreWellFormedAndInertWhateverAModelIsCalled() throws Exception {
        for (String file : known.files()) {
            if (file.endsWith(".svg") && file.startsWith("badges/")) {
                Document badge = xml(out.resolve(file));
                NodeList all = badge.getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    assertThat(all.item(i).getNodeName()).isIn("svg", "title", "rect", "g", "text");
                }
            }
        }
        assertThat(words("nasty", "safety"))
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u202e");
    }

    @Test
    void theModelPageOffersItsBadgesToPaste() throws Exception {
        String snippet = known.page("2026-11/models/birch-mini/index.html")
                .select("section[aria-labelledby=badges] pre")
                .last()
                .wholeText();
        assertThat(snippet)
                .isEqualTo("[![Value Compass Leaderboard: Safety Taxonomy, rank 1 of 2, 2026-11, simulated](" + BASE
                        + "badges/birch-mini/safety.svg)](" + BASE + "badges/birch-mini/)");
        assertThat(Files.readString(out.resolve("badges/birch-mini/index.html")))
                .contains("url=../../2026-11/models/birch-mini/index.html\"");
        assertThat(out.resolve("badges/birch-mini/safety.svg")).isRegularFile();
        assertThat(nowhere.page("2026-11/models/birch-mini/index.html")
                        .select("section[aria-labelledby=badges] pre")
                        .last()
                        .wholeText())
                .contains("](ADDRESS/badges/birch-mini/safety.svg)");
    }

    private String words(String model, String system) throws Exception {
        return xml(out.resolve("badges/" + model + "/" + system + ".svg"))
                .getDocumentElement()
                .getAttribute("aria-label");
    }

    private static Document xml(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(Files.readString(file))));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<String> texts(Document document, String parent, String name) {
        List<String> texts = new ArrayList<>();
        NodeList parents = document.getElementsByTagName(parent);
        for (int i = 0; i < parents.getLength(); i++) {
            children((Element) parents.item(i), name).forEach(element -> texts.add(element.getTextContent()));
        }
        return texts;
    }

    private static List<String> links(Document document) {
        List<String> links = new ArrayList<>();
        NodeList all = document.getElementsByTagName("link");
        for (int i = 0; i < all.getLength(); i++) {
            links.add(((Element) all.item(i)).getAttribute("href"));
        }
        return links;
    }
}
