package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import dev.valuecompass.scores.validity.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What other conditions did to answers, for the terminal. */
final class ConditionText {
    private static final String ROW = "    %-28s %7s %9s %10s %11s %14s  %s";

    private ConditionText() {}

    static String of(Conditions told) {
        List<String> lines = new ArrayList<>();
        lines.add("Other conditions, period " + told.period() + ", revision " + told.revision()
                + (told.synthetic() ? " (simulated models: synthetic)" : ""));
        for (Conditions.OfSystem system : told.systems()) {
            lines.add("");
            lines.add(system.system() + ", " + system.asked().items().size() + " questions, "
                    + system.asked().repetitions() + " answers each");
            system.asked()
                    .unread()
                    .forEach((language, why) ->
                            lines.add("  language " + language + ": nothing was asked, since " + why));
            for (Conditions.OfKind kind : system.kinds()) {
                lines.add("  " + kind.kind() + ", " + kind.conditions() + " with the usual one: "
                        + share(kind.across().same()) + " of the verdicts stay, "
                        + share(kind.again().same()) + " when the same is asked again; of those that show a value "
                        + share(kind.across().shown()) + " and "
                        + share(kind.again().shown()));
                lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        "shares of the variance",
                        "model",
                        "question",
                        kind.kind(),
                        "repetition",
                        "dependability",
                        ""));
                kind.values().forEach(value -> lines.add(row(value)));
            }
        }
        return String.join("\n", lines);
    }

    private static String row(Conditions.OfValue value) {
        Conditions.Shares shares = value.shares();
        return String.format(
                Locale.ROOT,
                ROW,
                value.value(),
                shares == null ? "-" : share(shares.model()),
                shares == null ? "-" : share(shares.item()),
                shares == null ? "-" : share(shares.condition()),
                shares == null ? "-" : share(shares.repetition()),
                share(value.dependability()),
                value.grade().name().toLowerCase(Locale.ROOT));
    }

    private static String share(Estimate one) {
        return one == null ? "-" : Decimals.of(one.score(), 2);
    }
}
