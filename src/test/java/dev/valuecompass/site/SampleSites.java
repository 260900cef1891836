package dev.valuecompass.site;

import java.nio.file.Path;

/** Sites rendered from small periods made by hand, for tests that look at them from outside, as a browser does. */
public final class SampleSites {
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

    /** One period of the Safety Taxonomy with scores that are easily sorted wrong. */
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
        return Rendered.of(out, period.build()).root();
    }
}
