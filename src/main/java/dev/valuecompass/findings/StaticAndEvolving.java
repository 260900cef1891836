package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.ItemContrast;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Models score higher on items that stay the same than on items that were evolved for the period. Only where higher means
 * better; within one system where a period publishes its items, else between the systems of which its source says whether
 * their items evolved.
 */
final class StaticAndEvolving implements Claim, TestPerSystem<ItemContrast> {
    private static final String ID = "static-above-evolving";
    private static final String TOPIC = "Static and evolving items";
    private static final double LEVEL = 0.95;
    private static final double ERRORS = 0.05;

    @Override
    public List<Finding> of(PeriodFigures period) {
        if (period.record().items().isEmpty()) {
            return List.of(betweenSystems(period));
        }
        return findings(
                period,
                normative(period.systems()),
                contrast -> contrast.change().p());
    }

    private static List<ValueSystem> normative(List<ValueSystem> systems) {
        return systems.stream()
                .filter(system -> system.reading() == ScoreMeaning.NORMATIVE)
                .toList();
    }

    @Override
    public Optional<ItemContrast> result(PeriodFigures period, ValueSystem system) {
        List<ItemContrast.Case> cases = new ArrayList<>();
        period.itemMeans(system.id())
                .forEach(mean -> cases.add(new ItemContrast.Case(
                        mean.dimension(), mean.topic(), !mean.item().evolved(), mean.percent())));
        return Optional.ofNullable(ItemContrast.of(cases, LEVEL));
    }

    @Override
    public Finding untold(PeriodFigures period, ValueSystem system) {
        long evolved = period.record().items().stream()
                .filter(line -> line.item().system().equals(system.id()))
                .filter(line -> line.item().evolved())
                .count();
        return untold(
                ID + "-" + system.id(),
                Phrase.text(evolved == 0 ? "finding.static.none-evolved" : "finding.static.few")
                        .with("system", FigureWords.name(system))
                        .with("evolved", (int) evolved),
                "finding.static.method");
    }

    @Override
    public Finding told(ValueSystem system, ItemContrast contrast, double p) {
        return finding(
                ID + "-" + system.id(),
                "finding.static",
                contrast.change(),
                p,
                Phrase.text("finding.static.unit")
                        .with("n", contrast.first() + contrast.second())
                        .with("evolved", contrast.second())
                        .with("topics", contrast.clusters()),
                text -> text.with("system", FigureWords.name(system)));
    }

    private static Finding finding(
            String id, String texts, MeanChange change, double p, Phrase unit, UnaryOperator<Phrase.Text> names) {
        Verdict verdict = p <= ERRORS && change.mean() > 0
                ? Verdict.HELD
                : change.interval().high() <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        return new Finding(
                id,
                TOPIC,
                verdict,
                names.apply(Phrase.told(texts, verdict))
                        .with("points", FigureWords.one(change.mean()))
                        .with("by", FigureWords.one(Math.abs(change.mean())))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("difference"), change.mean(), change.interval(), p),
                change.n(),
                unit,
                Phrase.text(texts + ".method"));
    }

    private static Finding untold(String id, Phrase reason, String method) {
        return Finding.untold(
                id,
                TOPIC,
                reason,
                FigureWords.statistic("difference"),
                FigureWords.unit("models", 0),
                Phrase.text(method));
    }

    private static Finding betweenSystems(PeriodFigures period) {
        List<ValueSystem> fixed = declared(period, false);
        List<ValueSystem> evolving = declared(period, true);
        List<String> models = period.record().snapshot().models().stream()
                .map(model -> model.id())
                .filter(model -> fixed.stream()
                        .allMatch(system -> period.means(system.id()).containsKey(model)))
                .filter(model -> evolving.stream()
                        .allMatch(system -> period.means(system.id()).containsKey(model)))
                .sorted()
                .toList();
        String texts = "finding.static-systems";
        if (fixed.isEmpty() || evolving.isEmpty() || models.size() < 2) {
            String reason = fixed.isEmpty() || evolving.isEmpty() ? ".one-kind" : ".too-few";
            return untold(ID, Phrase.text(texts + reason), texts + ".method");
        }
        double[] differences = models.stream()
                .mapToDouble(model -> mean(period, fixed, model) - mean(period, evolving, model))
                .toArray();
        MeanChange change = MeanChange.of(differences, LEVEL);
        return finding(
                ID,
                texts,
                change,
                change.p(),
                FigureWords.unit("models", change.n()),
                text -> text.with("static", names(fixed)).with("evolving", names(evolving)));
    }

    /** Normative systems of whose items the source says whether they were evolved. */
    private static List<ValueSystem> declared(PeriodFigures period, boolean evolved) {
        return normative(period.record().snapshot().systems().stream()
                .filter(result -> result.evolved() != null && result.evolved() == evolved)
                .map(SystemResult::system)
                .toList());
    }

    private static Phrase names(List<ValueSystem> systems) {
        return new Phrase.Sequence(
                "list", systems.stream().map(FigureWords::name).toList());
    }

    private static double mean(PeriodFigures period, List<ValueSystem> systems, String model) {
        return systems.stream()
                .mapToDouble(system -> period.means(system.id()).get(model))
                .average()
                .orElseThrow();
    }
}
