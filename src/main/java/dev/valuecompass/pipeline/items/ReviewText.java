package dev.valuecompass.pipeline.items;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.snapshot.ReviewRecord;
import dev.valuecompass.snapshot.ReviewRecord.ReviewVerdict;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A round as a person reads it: each item with where it comes from, what it is worth and what was decided; then the refused. */
final class ReviewText {
    private ReviewText() {}

    static String of(Reviewing.Report report) {
        String systems = report.systems().stream().map(ReviewText::system).collect(Collectors.joining("\n"));
        return systems
                + (report.open() == 0
                        ? "\nEverything is decided."
                        : "\nDecide: compass items review --period " + report.period()
                                + " --by NAME --approve ID,… (or all) --reject ID,… --reason WHY");
    }

    private static String system(Reviewing.SystemReview of) {
        long approved = of.items().size() - of.open() - of.rejected();
        return "%s: %d new items, %d approved, %d rejected, %d to be read; review: %s\n"
                        .formatted(
                                of.system(),
                                of.items().size(),
                                approved,
                                of.rejected(),
                                of.open(),
                                of.review().name().toLowerCase(Locale.ROOT))
                + of.items().stream().map(ReviewText::item).collect(Collectors.joining())
                + refused(of.refused());
    }

    private static String item(Reviewing.ReviewedItem item) {
        var from = item.provenance();
        String worth = new TreeMap<>(from.rewards())
                .entrySet().stream()
                        .map(term -> term.getKey() + " " + Decimals.of(term.getValue(), 2))
                        .collect(Collectors.joining(", "));
        List<ItemVersion> path = from.path();
        String earlier = path.size() < 2
                ? ""
                : path.subList(0, path.size() - 1).stream()
                        .map(step -> "    was (" + Decimals.of(step.value(), 2) + "): " + step.text() + "\n")
                        .collect(Collectors.joining());
        return "\n  %s  [%s]\n    %s\n    %s; %s by %s from %s%s\n%s%s"
                .formatted(
                        item.id(),
                        decision(item.decision()),
                        item.text(),
                        item.category(),
                        from.generator(),
                        from.model(),
                        from.parent(),
                        worth.isEmpty() ? "" : "; " + worth,
                        earlier,
                        item.objection() == null
                                ? ""
                                : "    it has " + item.objection().text() + " and is asked only when it is approved\n");
    }

    private static String decision(ReviewRecord decision) {
        if (decision == null) {
            return "to be read";
        }
        String why = decision.verdict() == ReviewVerdict.REJECTED
                        && !decision.reason().isEmpty()
                ? ": " + decision.reason()
                : "";
        return decision.verdict().name().toLowerCase(Locale.ROOT) + " by " + decision.by() + ", " + decision.when()
                + why;
    }

    private static String refused(Refusals.Tally tally) {
        if (tally.counts().isEmpty()) {
            return "";
        }
        return "\n  " + tally.text() + "\n"
                + tally.rows().stream()
                        .map(row -> "    %s ('%s'), %s%s: %s\n"
                                .formatted(
                                        row.reason().label(),
                                        row.passage(),
                                        row.model(),
                                        row.times() == 1 ? "" : ", " + row.times() + " times",
                                        row.text()))
                        .collect(Collectors.joining());
    }
}
