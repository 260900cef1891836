package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import dev.valuecompass.scores.validity.Priming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What telling models to hold a value did, for the terminal. */
final class PrimeText {
    private static final String ROW = "  %-28s %9s %24s %7s %24s";

    private PrimeText() {}

    static String of(Priming told) {
        List<String> lines = new ArrayList<>();
        lines.add("Told to hold a value, period " + told.period() + ", revision " + told.revision()
                + (told.synthetic() ? " (simulated models: synthetic)" : ""));
        for (Priming.OfSystem system : told.systems()) {
            lines.add("");
            lines.add(system.system() + ", " + system.asked().items().size() + " items");
            lines.add(String.format(Locale.ROOT, ROW, "value", "rose in", "rise in points", "h", "values across"));
            for (Priming.OfValue value : system.values()) {
                lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        value.value(),
                        value.rose() + "/" + value.models(),
                        estimate(value.rise()),
                        Decimals.of(value.effect(), 2),
                        estimate(value.opposites())));
            }
        }
        lines.add("");
        lines.add("h: Cohen's h, mean over models; about .2 is small, .5 medium, .8 large.");
        return String.join("\n", lines);
    }

    private static String estimate(Estimate one) {
        if (one == null) {
            return "-";
        }
        String score = Decimals.of(one.score(), 1);
        return one.interval() == null
                ? score
                : score + " (" + Decimals.of(one.interval().low(), 1) + " to "
                        + Decimals.of(one.interval().high(), 1) + ")";
    }
}
