package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.site.edition.PeriodSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A site that grows by a period: servers and caches go by the time of a file, so what says the same is left alone. */
@Tag("slow")
class AddedPeriodTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    @Test
    void onlyWhatChangedIsWritten(@TempDir Path out) throws IOException {
        PeriodSource october = PeriodSource.of(SmallPeriod.usual("2026-10").build());
        PeriodSource november = PeriodSource.of(SmallPeriod.usual("2026-11").build());
        render(out, october);
        Map<String, byte[]> before = contents(out);
        for (String path : before.keySet()) {
            Files.setLastModifiedTime(out.resolve(path), LONG_AGO);
        }
        SiteReport report = render(out, november, october);
        Map<String, byte[]> after = contents(out);
        int differing = 0;
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            boolean same = Arrays.equals(before.get(file.getKey()), file.getValue());
            boolean untouched =
                    Files.getLastModifiedTime(out.resolve(file.getKey())).equals(LONG_AGO);
            assertThat(untouched).as(file.getKey()).isEqualTo(same);
            differing += same ? 0 : 1;
        }
        assertThat(report.changed()).isEqualTo(differing);
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(differing)
                .as("styles, scripts, pictures and badges of October stay")
                .isLessThan(after.size());
        assertThat(render(out, november, october).changed()).as("a third time").isZero();
    }

    /**
     * In two languages and with the address of the site, which pages name in full. October has a model that November lacks, and December one more:
     * neither is said on a page of an earlier period.
     */
    @Test
    void pagesOfEarlierPeriodsStayAsTheyAre(@TempDir Path grown, @TempDir Path atOnce) throws IOException {
        List<PeriodSource> three = List.of(
                PeriodSource.of(with("2026-12", "elm").build()),
                PeriodSource.of(SmallPeriod.usual("2026-11").build()),
                PeriodSource.of(with("2026-10", "dogwood").build()));
        published(grown, three.subList(1, 3));
        Map<String, byte[]> before = contents(grown);
        published(grown, three);
        Map<String, byte[]> after = contents(grown);
        List<String> rewritten = before.keySet().stream()
                .filter(path -> !Arrays.equals(before.get(path), after.get(path)))
                .toList();
        List<String> added = after.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .filter(path -> !path.startsWith("2026-12/") && !path.startsWith("zh/2026-12/"))
                .toList();
        String inBoth = "(zh/)?";
        assertThat(rewritten)
                .as("pages that belong to no period, what is about the newest, and lists of everything")
                .isNotEmpty()
                .allMatch(path -> path.matches(inBoth + "(index|dictionary|periods/index)\\.html|404\\.html"
                        + "|" + inBoth + "methodology/[a-z]+\\.html"
                        + "|js/periods\\.(en|zh)\\.js|feed\\.xml|sitemap\\.xml|llms\\.txt"
                        + "|(badges|cards)/(alder-2|birch-mini|cedar-r)(/[a-z]+\\.svg|/index\\.html|\\.png)"));
        assertThat(added)
                .containsExactly(
                        "badges/elm/index.html", "badges/elm/safety.svg", "badges/elm/schwartz.svg", "cards/elm.png");
        assertThat(after.keySet()).as("nothing goes").containsAll(before.keySet());
        published(atOnce, three);
        Map<String, byte[]> whole = contents(atOnce);
        assertThat(whole.keySet()).isEqualTo(after.keySet());
        whole.forEach((path, bytes) -> assertThat(after.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void everyPageLeadsToTheLaterPageMostLikeItThatIsThere(@TempDir Path out) throws IOException {
        published(
                out,
                List.of(
                        PeriodSource.of(new SmallPeriod("2026-12", "safety")
                                .model("dogwood", "Dogwood", "Kestrel AI", true)
                                .scores("dogwood", "safety", 40, 1)
                                .build()),
                        PeriodSource.of(SmallPeriod.usual("2026-11").build()),
                        PeriodSource.of(with("2026-10", "dogwood").build())));
        Rendered site = new Rendered(out);
        Map<String, List<String>> leads = new TreeMap<>();
        for (String path : site.pages()) {
            Element nav = site.page(path).getElementById("periods");
            leads.put(path, later(out, nav.attr("data-period"), nav.attr("data-page")));
            assertThat(leads.get(path)).as(path).allMatch(page -> Files.isRegularFile(out.resolve(page)));
            assertThat(leads.get(path)).as(path).allMatch(page -> Files.isRegularFile(out.resolve("zh/" + page)));
        }
        assertThat(leads.get("2026-10/models/dogwood/index.html"))
                .as("gone in November, there again in December")
                .containsExactly("2026-12/models/dogwood/index.html", "2026-11/index.html");
        assertThat(leads.get("2026-10/schwartz/index.html"))
                .containsExactly("2026-12/index.html", "2026-11/schwartz/index.html");
        assertThat(leads.get("zh/2026-11/schwartz/values/power.html")).containsExactly("2026-12/index.html");
        assertThat(leads.get("2026-11/cultures/wvs6/index.html")).containsExactly("2026-12/cultures/index.html");
        assertThat(leads.get("index.html")).isEmpty();
    }

    /** As {@code site/js/newer-periods.js} does it. */
    private static List<String> later(Path out, String own, String page) throws IOException {
        String script = Files.readString(out.resolve("js/periods.en.js"));
        List<String> found = new ArrayList<>();
        boolean there = true;
        for (JsonNode period : Json.tree(script.substring(script.indexOf('['), script.lastIndexOf(';')), "periods")) {
            String name = period.get("period").asString();
            if (name.compareTo(own) > 0) {
                there = (there || has(period.get("added"), page)) && !has(period.get("gone"), page);
                found.add(0, name + "/" + (there ? page : "index.html"));
            }
        }
        return found;
    }

    private static boolean has(JsonNode paths, String path) {
        return paths.valueStream().anyMatch(one -> one.asString().equals(path));
    }

    private static SmallPeriod with(String period, String model) {
        return SmallPeriod.usual(period)
                .model(model, "Another", "Kestrel AI", true)
                .scores(model, "schwartz", 20, 1)
                .scores(model, "safety", 50, 1);
    }

    private static void published(Path out, List<PeriodSource> newestFirst) {
        new Site(DataFolder.over(Path.of("data")), Optional.of(URI.create("https://example.org/")), List.of("en", "zh"))
                .render(newestFirst, out);
    }

    private static SiteReport render(Path out, PeriodSource... newestFirst) {
        return new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(List.of(newestFirst), out);
    }

    /** Without the list of the files, which is no part of the site. */
    private static Map<String, byte[]> contents(Path out) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = out.relativize(file).toString().replace('\\', '/');
                if (!path.equals(".site-files")) {
                    contents.put(path, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}
