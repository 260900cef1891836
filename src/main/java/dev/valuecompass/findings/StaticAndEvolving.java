package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** Models score higher where the items stay the same than where they evolve. */
final class StaticAndEvolving implements Claim {
    private static final String ID = "static-above-evolving";
    private static final String TOPIC = "Static and evolving items";
    private static final double LEVEL = 0.95;

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
                    Phrase.text(models.size() < 2 ? "finding.static.too-few" : "finding.static.one-kind"),
                    FigureWords.statistic("difference"),
                    FigureWords.unit("models", 0),
                    Phrase.text("finding.static.method")));
        }
        double[] differences = models.stream()
                .mapToDouble(model -> mean(period, fixed, model) - mean(period, evolving, model))
                .toArray();
        MeanChange change = MeanChange.of(differences, LEVEL);
        Verdict verdict = change.interval().low() > 0
                ? Verdict.HELD
                : change.interval().high() <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        return List.of(new Finding(
                ID,
                TOPIC,
                verdict,
                Phrase.told(
                        "finding.static",
                        verdict,
                        "points",
                        FigureWords.one(change.mean()),
                        "by",
                        FigureWords.one(Math.abs(change.mean()))),
                new Statistic(FigureWords.statistic("difference"), change.mean(), change.interval(), change.p()),
                change.n(),
                FigureWords.unit("models", change.n()),
                Phrase.text("finding.static.method")));
    }

    private static double mean(PeriodFigures period, List<ValueSystem> systems, String model) {
        return systems.stream()
                .mapToDouble(system -> period.means(system.id()).get(model))
                .average()
                .orElseThrow();
    }
}
