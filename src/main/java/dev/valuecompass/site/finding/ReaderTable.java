package dev.valuecompass.site.finding;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.validity.ClosedScores.Estimate;
import dev.valuecompass.scores.validity.ReaderShare;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.site.finding.ValidityPage.Evidence;
import dev.valuecompass.site.finding.ValidityPage.EvidenceRow;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How much comes from who reads, on the values where people read some of the same answers. */
final class ReaderTable {
    private ReaderTable() {}

    /** Empty where people read none. @param link to the page of a value @param system as it is called */
    static Optional<Evidence> of(SystemValidity told, String system, Function<String, Link> link, PageTexts words) {
        List<ValueValidity> read = told.values().stream()
                .filter(value -> value.facts().reader() != null)
                .toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        List<ValueValidity> known = read.stream()
                .filter(value -> value.facts().reader().ofScores() != null)
                .toList();
        Optional<ValueValidity> most = known.stream()
                .max(Comparator.comparing(
                        value -> value.facts().reader().ofScores().score()));
        String largest = most.map(value -> words.text("validity.share.most")
                        .with("value", link.apply(value.value()).label())
                        .with("share", percent(value.facts().reader().ofScores().score(), words))
                        .get())
                .orElse("");
        String lead = words.get("validity.share.lead");
        return Optional.of(new Evidence(
                "reader",
                words.get("validity.share.title"),
                List.of(largest.isEmpty() ? lead : words.sentences(lead, largest)),
                words.get("validity.share.caption", "system", system),
                words.get("validity.column.value"),
                List.of(
                        words.get("validity.share.scores"),
                        words.get("validity.share.labels"),
                        words.get("validity.share.above"),
                        words.get("validity.share.n")),
                read.stream()
                        .map(value -> new EvidenceRow(
                                link.apply(value.value()), cells(value.facts().reader(), words)))
                        .toList()));
    }

    private static List<String> cells(ReaderShare reader, PageTexts words) {
        return List.of(
                between(reader.ofScores(), one -> percent(one, words), words),
                between(reader.ofLabels(), one -> percent(one, words), words),
                between(reader.above(), Figures::one, words),
                Figures.whole(reader.labels()));
    }

    private static String percent(double share, PageTexts words) {
        return words.get("validity.percent", "n", Figures.rounded(100 * share, 0));
    }

    private static String between(Estimate one, Function<Double, String> figure, PageTexts words) {
        return one == null
                ? Figures.MISSING
                : words.text("validity.between")
                        .with("value", figure.apply(one.score()))
                        .with("low", figure.apply(one.interval().low()))
                        .with("high", figure.apply(one.interval().high()))
                        .get();
    }
}
