package dev.valuecompass.findings;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;

/** How figures and names stand in sentences. */
final class FigureWords {
    private FigureWords() {}

    static String two(double figure) {
        return signed(Decimals.of(figure, 2));
    }

    /** Points of the scale from 0 to 100. */
    static String one(double figure) {
        return signed(Decimals.of(figure, 1));
    }

    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + Decimals.of(p, 3);
    }

    static Phrase name(ValueSystem system) {
        return new Phrase.SystemName(system.id(), system.name());
    }

    static Phrase name(ValueSystem system, Dimension value) {
        return new Phrase.ValueName(system.id(), value.id(), value.name());
    }

    static Phrase name(CultureSeries series) {
        return new Phrase.SeriesName(series.id(), series.name());
    }

    static Phrase name(Culture culture) {
        return new Phrase.CountryName(culture.code(), culture.country());
    }

    /** {@code 1 model}, {@code 2 models}. @param what below {@code count} of the language files */
    static Phrase count(String what, int n) {
        return Phrase.text("count." + what).with("n", n);
    }

    /** What {@code n} cases are. @param what below {@code finding.unit} of the language files */
    static Phrase unit(String what, int n) {
        return Phrase.text("finding.unit." + what).with("n", n);
    }

    /** @param name below {@code finding.statistic} of the language files */
    static Phrase statistic(String name) {
        return Phrase.text("finding.statistic." + name);
    }

    private static String signed(String figure) {
        return figure.replace('-', '\u2212');
    }
}
