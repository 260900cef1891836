package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.Decimals;
import dev.valuecompass.scores.validity.GeneralFactor;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.LengthDependence;
import dev.valuecompass.scores.validity.ReaderAgreement;
import dev.valuecompass.scores.validity.ReaderShare;
import dev.valuecompass.scores.validity.Reliability;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.snapshot.PeriodValidity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The validity of a period for the terminal. */
public final class ValidityText {
    private static final String ROW = "  %-28s %-8s %-12s %11s %7s %7s %9s %7s";

    private ValidityText() {}

    public static String of(PeriodValidity period) {
        List<String> lines = new ArrayList<>();
        lines.add("Validity of period " + period.period() + ", revision " + period.revision()
                + (period.synthetic() ? " (simulated models: synthetic)" : ""));
        period.systems().forEach(system -> system(system, lines));
        lines.add("");
        lines.add(
                "verdict: by reliability, distinctness (where more is not better), length and recogniser; because: the"
                        + " check that decides.");
        lines.add("reliability: share of the differences between models that other questions would show again; wanted "
                + Reliability.WANTED);
        return String.join("\n", lines);
    }

    private static void system(SystemValidity system, List<String> lines) {
        lines.add("");
        lines.add(system.system() + ", " + system.models() + " models");
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "value",
                "verdict",
                "because",
                "reliability",
                "error",
                "items",
                "items .8",
                "length"));
        system.values().forEach(value -> lines.add(row(system, value)));
        lines.add("  values together: " + together(system.generalFactor(), system.generalGrade()));
        lines.add("  length: " + length(system.length(), system.lengthGrade()));
        lines.add("  recogniser: " + reader(system.reader(), system.readerGrade()));
        system.values().stream()
                .filter(value -> value.facts().reader() != null)
                .forEach(value -> lines.add("  who reads, " + value.value() + ": "
                        + shares(value.facts().reader())));
        if (!system.missing().isEmpty()) {
            lines.add("  the period does not hold: " + String.join(", ", system.missing()));
        }
    }

    private static String row(SystemValidity system, ValueValidity value) {
        Reliability told = value.reliability();
        LengthDependence length = system.length();
        return String.format(
                Locale.ROOT,
                ROW,
                value.value(),
                word(value.verdict()),
                word(value.reason()),
                told == null ? "-" : figure(told.coefficient()),
                told == null ? "-" : Decimals.of(told.standardError(), 1),
                told == null ? "-" : told.items(),
                told == null || told.itemsNeeded() == null ? "-" : told.itemsNeeded(),
                length == null
                        ? "-"
                        : figure(length.byValue().get(value.value()).rho()));
    }

    private static String together(GeneralFactor factor, Grade grade) {
        return factor == null
                ? "cannot be told"
                : "mean correlation %s, first component %s of the variance, %s of the pairs below 0 (%s)"
                        .formatted(
                                figure(factor.meanCorrelation()),
                                figure(factor.firstComponent()),
                                figure(factor.negativePairs()),
                                word(grade));
    }

    private static String length(LengthDependence length, Grade grade) {
        return length == null
                ? "cannot be told"
                : "Spearman's correlation of mean length and mean score %s over %d models (%s)"
                        .formatted(figure(length.ofMean().rho()), length.models(), word(grade));
    }

    private static String reader(ReaderAgreement reader, Grade grade) {
        return reader == null
                ? "not measured"
                : "kappa %s on %d labels (%s)".formatted(figure(reader.kappa()), reader.n(), word(grade));
    }

    private static String shares(ReaderShare reader) {
        return "%s of the variance of scores, %s of labels; recogniser %s points above people, on %d answers"
                .formatted(
                        reader.ofScores() == null
                                ? "-"
                                : figure(reader.ofScores().score()),
                        figure(reader.ofLabels().score()),
                        Decimals.of(reader.above().score(), 1),
                        reader.labels());
    }

    private static String figure(Double figure) {
        return figure == null ? "-" : Decimals.of(figure, 2);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
