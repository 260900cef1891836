package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.contrast.MeanChange;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** Models score higher where the items stay the same than where they evolve. */
public final class StaticAndEvolving implements Claim {
    private static final String ID = "static-above-evolving";
    private static final String TOPIC = "Static and evolving items";
    private static final String UNIT = "models";
    private static final String STATISTIC = "mean difference in points";
    private static final double LEVEL = 0.95;
    private static final String METHOD = "mean over static systems less mean over evolving ones, paired by model, with"
            + " Student's 95 % interval over models; the systems differ in more than that, so this is no cause";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<ValueSystem> fixed =
                period.systems().stream().filter(system -> !system.evolving()).toList();
        List<ValueSystem> evolving =
                period.systems().stream().filter(ValueSystem::evolving).toList();
        List<String> models = period.record().snapshot().models().stream()
                .map(model -> model.id())
                .filter(model -> period.systems().stream()
                        .allMatch(system -> period.means(system.id()).containsKey(model)))
                .sorted()
                .toList();
        if (fixed.isEmpty() || evolving.isEmpty() || models.size() < 2) {
            return List.of(Finding.untold(
                    ID,
                    TOPIC,
                    models.size() < 2
                            ? "Fewer than two models have every score."
                            : "The period has no system of the one kind or the other.",
                    STATISTIC,
                    UNIT,
                    METHOD));
        }
        double[] differences = models.stream()
                .mapToDouble(model -> mean(period, fixed, model) - mean(period, evolving, model))
                .toArray();
        MeanChange change = MeanChange.of(differences, LEVEL);
        Verdict verdict = change.interval().low() > 0
                ? Verdict.HELD
                : change.interval().high() <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String by = Words.one(Math.abs(change.mean())) + " points";
        String sentence = switch (verdict) {
            case HELD -> "Models score higher on static systems than on evolving ones, by " + by + " on average.";
            case NOT_HELD ->
                "Models do not score higher on static systems: they score " + by
                        + " lower than on evolving ones on average.";
            case CANNOT_BE_TOLD ->
                "Whether models score higher on static systems than on evolving ones cannot be told ("
                        + Words.one(change.mean()) + " points on average).";
        };
        return List.of(new Finding(
                ID,
                TOPIC,
                verdict,
                sentence,
                new Statistic(STATISTIC, change.mean(), change.interval(), change.p()),
                change.n(),
                UNIT,
                METHOD));
    }

    private static double mean(PeriodFigures period, List<ValueSystem> systems, String model) {
        return systems.stream()
                .mapToDouble(system -> period.means(system.id()).get(model))
                .average()
                .orElseThrow();
    }
}
