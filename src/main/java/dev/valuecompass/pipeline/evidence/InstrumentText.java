package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.scores.validity.ClosedScores;
import dev.valuecompass.scores.validity.ClosedScores.ModelScores;
import dev.valuecompass.scores.validity.Convergence;
import dev.valuecompass.scores.validity.SecondInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What second instruments say, for the terminal. */
final class InstrumentText {
    private InstrumentText() {}

    static String of(SecondInstruments told) {
        List<String> lines = new ArrayList<>();
        lines.add("Second instruments of period " + told.period() + ", revision " + told.revision()
                + (told.synthetic() ? " (simulated models: synthetic)" : ""));
        for (SecondInstruments.OfSystem system : told.systems()) {
            lines.add("");
            lines.add(system.system());
            system.scores().forEach(scores -> lines.add(answered(scores)));
            system.convergence().forEach(one -> convergence(one, lines));
        }
        lines.add("");
        lines.add(
                "within: Spearman's correlation over the values in one model, mean over models; across: over models, of"
                        + " one value.");
        return String.join("\n", lines);
    }

    private static String answered(ClosedScores scores) {
        double answered = scores.models().values().stream()
                .mapToDouble(ModelScores::answered)
                .average()
                .orElse(0);
        return "  %s: %d questions, %s of the calls answered"
                .formatted(scores.instrument(), scores.questions(), Decimals.of(answered, 2));
    }

    private static void convergence(Convergence one, List<String> lines) {
        lines.add("  " + one.one() + " and " + one.other() + ", " + one.models() + " models");
        lines.add("    within %s; pairs of values in one order %d, in contrary orders %d, not told %d"
                .formatted(
                        one.within() == null ? "-" : Decimals.of(one.within().score(), 2),
                        one.orders().alike().size(),
                        one.orders().contrary().size(),
                        one.orders().untold()));
        for (Map.Entry<String, RankCorrelation> value : one.byValue().entrySet()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    across %-28s %s",
                    value.getKey(),
                    value.getValue().rho() == null
                            ? "-"
                            : Decimals.of(value.getValue().rho(), 2)));
        }
    }
}
