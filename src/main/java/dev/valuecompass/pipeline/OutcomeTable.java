package dev.valuecompass.pipeline;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.llm.Outcome;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** The end of a run at a glance: a row for each model. */
final class OutcomeTable {
    private static final String FIGURES = " %8s %8s %8s %8s %8s %8s %8s %8s %10s%n";

    /** Room for the names of models; longer ones make more. */
    private static final int NAMES = 24;

    private OutcomeTable() {}

    static String of(List<Account.ModelAccount> standings) {
        int longest = standings.stream().mapToInt(s -> s.model().length()).max().orElse(0);
        String form = "%-" + Math.max(NAMES, longest) + "s" + FIGURES;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                form,
                "model",
                "answered",
                "refused",
                "cut",
                "filtered",
                "other",
                "failed",
                "skipped",
                "retries",
                "dollars"));
        standings.forEach(standing -> row(text, form, standing));
        for (Account.ModelAccount s : standings) {
            if (s.firstTry() != null && s.repeated() != null) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s: values expressed in %s of the answers at the first attempt, in %s of the repeated ones%n",
                        s.model(),
                        Decimals.of(s.firstTry(), 3),
                        Decimals.of(s.repeated(), 3)));
            }
        }
        standings.forEach(standing -> standing.causes()
                .forEach((cause, times) -> text.append("%s: %d failed, %s%n"
                        .formatted(standing.model(), times, cause.isEmpty() ? "nobody says why" : cause))));
        return text.toString();
    }

    private static void row(StringBuilder text, String form, Account.ModelAccount s) {
        text.append(String.format(
                Locale.ROOT,
                form,
                s.model(),
                s.count(Outcome.ANSWERED),
                s.count(Outcome.REFUSED),
                s.count(Outcome.TRUNCATED),
                s.count(Outcome.FILTERED),
                s.count(Outcome.EMPTY) + s.count(Outcome.UNPARSED),
                s.failed(),
                s.skipped(),
                s.retries(),
                s.free()
                        ? "none"
                        : s.spent().dollars() == null
                                ? "unknown"
                                : s.spent()
                                        .dollars()
                                        .setScale(4, RoundingMode.HALF_UP)
                                        .toPlainString()));
    }
}
