package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.CultureFit;
import dev.valuecompass.scores.FitSignificance;
import dev.valuecompass.value.RankProfile;
import dev.valuecompass.value.ValueSystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models, on average, put the values in the order that people agree on across cultures. */
final class ValueHierarchy implements Claim {
    private static final String TOPIC = "The order of values";

    @Override
    public List<Finding> of(PeriodFigures period) {
        Map<ValueSystem, RankProfile> orders = new LinkedHashMap<>();
        for (ValueSystem system : period.systems()) {
            Optional<RankProfile> baseline = period.theory().systemIds().contains(system.id())
                    ? period.theory().baseline(system.id())
                    : Optional.empty();
            baseline.filter(order -> order.order().containsAll(system.dimensionIds()))
                    .ifPresent(order -> orders.put(system, order));
        }
        return orders.entrySet().stream()
                .map(one -> finding(period, one.getKey(), one.getValue(), orders.size()))
                .toList();
    }

    /** @param claims of the period, which no chance shall meet more often together than one alone */
    private static Finding finding(PeriodFigures period, ValueSystem system, RankProfile order, int claims) {
        String id = "value-order-" + system.id();
        int n = system.dimensions().size();
        Double critical = FitSignificance.criticalRho(n, claims);
        Phrase method = Phrase.text(critical == null ? "finding.order.method-few" : "finding.order.method")
                .with(
                        "models",
                        FigureWords.count("models", period.profiles(system.id()).size()))
                .with(
                        "source",
                        order.source()
                                .replaceAll("(?s)^(.*?\\(\\d{4}\\)).*$", "$1")
                                .replaceAll("[.]$", ""))
                .with("critical", critical == null ? "" : FigureWords.two(critical));
        Map<String, Double> means = new TreeMap<>();
        for (String dimension : system.dimensionIds()) {
            period.profiles(system.id()).values().stream()
                    .mapToDouble(scores -> scores.get(dimension))
                    .average()
                    .ifPresent(mean -> means.put(dimension, mean));
        }
        Double fit = CultureFit.of(system.dimensionIds(), means, order.figures());
        if (fit == null) {
            return Finding.untold(
                    id,
                    TOPIC,
                    Phrase.text(means.isEmpty() ? "finding.order.none" : "finding.order.flat")
                            .with("system", FigureWords.name(system)),
                    FigureWords.statistic("spearman"),
                    FigureWords.unit("values", n),
                    method);
        }
        double rho = fit;
        Verdict verdict = critical != null && rho >= critical
                ? Verdict.HELD
                : rho <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                id,
                TOPIC,
                verdict,
                Phrase.told("finding.order", verdict)
                        .with("system", FigureWords.name(system))
                        .with("rho", FigureWords.two(rho))
                        .with("n", n),
                new Statistic(FigureWords.statistic("spearman"), rho, null, null),
                n,
                FigureWords.unit("values", n),
                method);
    }
}
