package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.culture.CultureFit;
import dev.valuecompass.scores.culture.CultureFit.Formula;
import dev.valuecompass.scores.culture.FitSignificance;
import dev.valuecompass.scores.profile.Target;
import dev.valuecompass.value.RankProfile;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models, on average, put the values in the order that people agree on across cultures. */
public final class ValueHierarchy implements Claim {
    private static final String TOPIC = "The order of values";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<Finding> findings = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            Optional<RankProfile> baseline = period.theory().systemIds().contains(system.id())
                    ? period.theory().baseline(system.id())
                    : Optional.empty();
            baseline.filter(order -> order.order().containsAll(system.dimensionIds()))
                    .ifPresent(order -> findings.add(finding(period, system, order)));
        }
        return findings;
    }

    private static Finding finding(PeriodFigures period, ValueSystem system, RankProfile order) {
        String id = "value-order-" + system.id();
        int n = system.dimensions().size();
        Double critical = FitSignificance.criticalRho(n);
        String method = "Spearman's rank correlation between the mean profile of "
                + period.profiles(system.id()).size()
                + " models and the order of " + order.source().replaceAll("[.]$", "") + "; held when it reaches "
                + (critical == null ? "what so few values cannot show" : Words.two(critical))
                + " (two-sided 5 %, Zar 1972), not held at 0 or below";
        Map<String, Double> means = new TreeMap<>();
        for (String dimension : system.dimensionIds()) {
            period.profiles(system.id()).values().stream()
                    .mapToDouble(scores -> scores.get(dimension))
                    .average()
                    .ifPresent(mean -> means.put(dimension, mean));
        }
        CultureFit fit = CultureFit.of(
                Formula.SPEARMAN, system.dimensionIds(), means, Target.of(order).values());
        if (fit.value() == null) {
            return Finding.untold(
                    id, TOPIC, system.name() + ": " + fit.reason() + ".", "Spearman's rho", "values", method);
        }
        double rho = fit.value();
        Verdict verdict = critical != null && rho >= critical
                ? Verdict.HELD
                : rho <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String sentence = switch (verdict) {
            case HELD ->
                "On average the models put the values of " + system.name()
                        + " in much the order that people do across cultures (Spearman " + Words.two(rho)
                        + ").";
            case NOT_HELD ->
                "The order in which the models put the values of " + system.name()
                        + " is not that of people across cultures (Spearman " + Words.two(rho) + ").";
            case CANNOT_BE_TOLD ->
                "Whether the models put the values of " + system.name()
                        + " in the order of people across cultures cannot be told (Spearman "
                        + Words.two(rho) + " over " + n + " values).";
        };
        return new Finding(
                id, TOPIC, verdict, sentence, new Statistic("Spearman's rho", rho, null, null), n, "values", method);
    }
}
