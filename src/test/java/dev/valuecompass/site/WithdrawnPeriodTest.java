package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers find of a period that was taken back, in its place, before and after it. */
@Tag("slow")
class WithdrawnPeriodTest {
    private static final String REASON = "<script>alert(1)</script> prompts were \u202ecut";

    @TempDir
    Path out;

    private Rendered render(PeriodSource... newestFirst) {
        new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(List.of(newestFirst), out);
        return new Rendered(out);
    }

    private static PeriodSource stands(String period) {
        return PeriodSource.of(SmallPeriod.usual(period).build());
    }

    private static PeriodSource withdrawn(String period) {
        PeriodRecord record = SmallPeriod.usual(period)
                .model("elm", "Elm", "Kestrel AI", true)
                .scores("elm", "schwartz", 20, 1)
                .scores("elm", "safety", 50, 1)
                .build();
        return new PeriodSource() {
            @Override
            public PeriodRecord read() {
                return record;
            }

            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }

            @Override
            public Optional<Withdrawal> withdrawal() {
                return Optional.of(new Withdrawal("2026-12-03", REASON));
            }
        };
    }

    @Test
    void theNewestOneLeavesTheFrontPageAndEveryPageOfItSaysSo() throws IOException {
        Rendered site = render(withdrawn("2026-11"), stands("2026-10"));
        Document front = site.page("index.html");
        assertThat(front.getElementById("periods").attr("data-period")).isEqualTo("2026-10");
        assertThat(front.select(".banner-withdrawn")).isEmpty();
        List<String> pages = site.pages().stream()
                .filter(path -> path.startsWith("2026-11/"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(20).allSatisfy(path -> {
            Elements banner = site.page(path).select(".banner-withdrawn");
            assertThat(banner).hasSize(1);
            assertThat(banner.text())
                    .contains("no longer stands", "Withdrawn on 2026-12-03: <script>alert(1)</script> prompts were ")
                    .doesNotContain("\u202e");
            assertThat(banner.select("script")).isEmpty();
        });
        assertThat(site.page("periods/index.html").select("tbody tr").first().text())
                .contains("November 2026", "Withdrawn on 2026-12-03", "<script>");
        assertThat(Files.readString(out.resolve("js/periods.en.js"))).contains("November 2026 \u00b7 withdrawn");
        assertThat(Files.readString(out.resolve("badges/elm/schwartz.svg"))).contains("withdrawn, 2026-11");
        assertThat(Files.readString(out.resolve("badges/alder-2/schwartz.svg"))).doesNotContain("withdrawn");
        assertThat(Files.readString(out.resolve("2026-11/data/README.md")))
                .contains("November 2026 (withdrawn)", "Withdrawn on 2026-12-03, its figures are not to be used")
                .doesNotContain("<script>", "\u202e");
        assertThat(Files.readString(out.resolve("2026-11/data/CITATION.cff"))).contains("(withdrawn)");
        assertThat(Files.readString(out.resolve("llms.txt")))
                .contains("Withdrawn on 2026-12-03, its figures are not to be used")
                .doesNotContain("2026-11/schwartz/", "<script>", "\u202e");
        assertThat(Files.readString(out.resolve("feed.xml"))).contains("<title>November 2026: withdrawn</title>");
        assertThat(site.brokenLinks()).isEmpty();
    }

    @Test
    void whatComesAfterIsComparedWithThePeriodBefore() {
        Rendered site = render(stands("2026-12"), withdrawn("2026-11"), stands("2026-10"));
        assertThat(site.page("index.html").getElementById("periods").attr("data-period"))
                .isEqualTo("2026-12");
        assertThat(site.page("2026-12/changes/index.html").text())
                .contains("October 2026")
                .doesNotContain("since November 2026");
        assertThat(site.page("2026-12/not-evaluated/index.html").text()).doesNotContain("Elm");
        assertThat(site.page("2026-12/models/alder-2/index.html").select("main").text())
                .contains("October 2026")
                .doesNotContain("November 2026");
        assertThat(site.page("periods/index.html").select("tbody tr")).hasSize(3);
    }

    @Test
    void whereNoPeriodStandsTheFrontPageSaysSo() {
        Rendered site = render(withdrawn("2026-11"));
        assertThat(site.page("index.html").select(".banner-withdrawn")).hasSize(1);
        assertThat(site.page("periods/index.html").select(".banner-withdrawn")).hasSize(1);
    }
}
