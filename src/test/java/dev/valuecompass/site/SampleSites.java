package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sites rendered from small periods made by hand, for tests that look at them from outside, as a browser does. */
public final class SampleSites {
    /** Markup that tells on itself: it sets a variable, opens a dialog and asks another server for a picture. */
    public static final String HOSTILE =
            "<img src=x onerror=\"window.pwned=1;alert(1)\"></script><script>alert(2)</script><svg onload=alert(3)>"
                    + "<a href=\"javascript:alert(4)\">l</a><img src=\"http://198.51.100.1/p.png\"> ![i](http://198.51.100.1/q.png)";

    private SampleSites() {}

    /**
     * Two periods of Schwartz and Safety. Schwartz: Birch mini has 52.5, 53.5 … 61.5, Alder 2 and Cedar R both have
     * 40, 43 … 67. Safety: Birch mini has 100 throughout, Alder 2 has 90, 91 … 95, Cedar R nothing.
     */
    public static Path usual(Path out) {
        return Rendered.of(
                        out,
                        SmallPeriod.usual("2026-11").build(),
                        SmallPeriod.usual("2026-10").build())
                .root();
    }

    /**
     * One period of a made-up system, with the labels behind its scores and its frozen files beside the pages.
     *
     * @param data where the period is frozen
     */
    public static Path recomputable(Path out, Path data) {
        PeriodStore store = new PeriodStore(data);
        store.write(SamplePeriod.frozen());
        new Site(DataFolder.over(Path.of("data")), Optional.empty()).render(store, out);
        return out;
    }

    /** One period with questions of every origin and their answers; see {@link QuestionPeriod}. */
    public static Path questions(Path out) {
        return Rendered.of(out, QuestionPeriod.build()).root();
    }

    /**
     * The periods of {@link #usual} in several languages.
     *
     * @param data with the files of those that do not ship
     * @param languages the first at the root
     */
    public static Path speaking(Path out, Path data, List<String> languages) {
        new Site(DataFolder.over(data), Optional.empty(), languages).render(twoPeriods(), out);
        return out;
    }

    /** The periods of {@link #usual}, to be rendered in another way. */
    static List<PeriodSource> twoPeriods() {
        return List.of(
                PeriodSource.of(SmallPeriod.usual("2026-11").build()),
                PeriodSource.of(SmallPeriod.usual("2026-10").build()));
    }

    /** One period of the Safety Taxonomy with scores that are easily sorted wrong; the first and the last are told apart. */
    public static Path edges(Path out) {
        SmallPeriod period = new SmallPeriod("2026-11", "safety")
                .model("hundred", "Hundred", "X", true)
                .model("nearly", "Nearly", "X", false)
                .model("nine", "Nine", "Y", true)
                .model("ten", "Ten", "Y", true)
                .model("zero", "Zero", "Y", null)
                .model("holes", "Holes", "Z", true)
                .scores("hundred", "safety", 100, 0)
                .scores("nearly", "safety", 99.9, 0)
                .scores("nine", "safety", 9.5, 0)
                .scores("ten", "safety", 10, 0)
                .scores("zero", "safety", 0, 0)
                .scores("holes", "safety", 50, 0)
                .without("holes", "safety", "misinformation");
        for (int i = 0; i < 20; i++) {
            period.item("q" + i, "safety", "?")
                    .label("hundred", "q" + i, "++++++")
                    .label("nearly", "q" + i, "++++++")
                    .label("zero", "q" + i, "------");
        }
        return Rendered.of(out, period.build()).root();
    }

    /**
     * A period whose models write what nobody should: markup, scripts, links that run code, direction overrides, an
     * answer of a million characters, and an id that climbs out of its folder.
     */
    public static Path hostile(Path out) {
        SmallPeriod period = new SmallPeriod("2026-11", "schwartz")
                .model("../../x", HOSTILE, "</script><script>window.pwned=1</script>", true)
                .model("b\" onmouseover=\"pwned=1", "Bidi \u202Egpj.exe\u202C", "javascript:pwned=1", null)
                .scores("../../x", "schwartz", 40, 1)
                .scores("b\" onmouseover=\"pwned=1", "schwartz", 50, 1)
                .item("q1", "schwartz", HOSTILE);
        List.of(HOSTILE.repeat(4), "[click](javascript:pwned=1) \u202Eevil", "<b>x</b> ".repeat(111_112))
                .forEach(answer -> {
                    String id = "case-" + answer.length();
                    period.add(new Case(id, "../../x", "schwartz", "q1", HOSTILE, answer, List.of()));
                });
        return Rendered.of(out, period.build()).root();
    }
}
