package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.TestPerSystem.FamilyTest;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** The models' answers to items that were carried over have changed since the period before. */
final class AnchorDrift implements Claim {
    private static final String TOPIC = "Drift on carried-over items";
    private static final double LEVEL = 0.9;
    private static final double ERRORS = 0.05;
    private static final double SLIGHT = 5;

    @Override
    public List<Finding> of(PeriodFigures period) {
        if (period.before().isEmpty()) {
            return List.of(untold("anchor-drift", Phrase.text("finding.drift.first")));
        }
        PeriodRecord before = period.before().get();
        Comparability comparable =
                Comparability.of(before.snapshot(), period.record().snapshot());
        if (comparable.kind() == Comparability.Kind.NOTHING) {
            return List.of(untold(
                    "anchor-drift",
                    Phrase.text("finding.drift.not-comparable")
                            .with("month", new Phrase.Month(before.snapshot().period()))
                            .with(
                                    "reasons",
                                    new Phrase.Sequence(
                                            "list",
                                            comparable.reasons().stream()
                                                    .map(reason -> Phrase.text("reason." + reason.replace(' ', '-')))
                                                    .toList()))));
        }
        return TestPerSystem.findings(period.systems().stream()
                .map(system -> test(period, system, before))
                .toList());
    }

    private static FamilyTest test(PeriodFigures period, ValueSystem system, PeriodRecord before) {
        SharedItems shared = SharedItems.of(system.id(), before, period.record(), LEVEL);
        MeanChange change = shared.change();
        return new FamilyTest(
                change == null || change.interval() == null ? null : change.p(),
                p -> finding(system, before, shared, p));
    }

    private static Finding finding(ValueSystem system, PeriodRecord before, SharedItems shared, double p) {
        String id = "anchor-drift-" + system.id();
        MeanChange change = shared.change();
        if (change == null || change.interval() == null) {
            return untold(
                    id,
                    Phrase.text("finding.drift.too-few")
                            .with("system", FigureWords.name(system))
                            .with("month", new Phrase.Month(before.snapshot().period())));
        }
        boolean slight = change.interval().low() > -SLIGHT && change.interval().high() < SLIGHT;
        Verdict verdict = p <= ERRORS ? Verdict.HELD : slight ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        Phrase sentence = Phrase.told("finding.drift", verdict)
                .with("system", FigureWords.name(system))
                .with("month", new Phrase.Month(before.snapshot().period()))
                .with("points", FigureWords.one(change.mean()))
                .with("items", FigureWords.count("items", change.n()))
                .with("slight", (int) SLIGHT)
                .with("p", FigureWords.p(p));
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence,
                new Statistic(FigureWords.statistic("change"), change.mean(), change.interval(), p),
                change.n(),
                Phrase.text("finding.drift.unit")
                        .with("n", change.n())
                        .with(
                                "models",
                                FigureWords.count("models", shared.models().size())),
                Phrase.text("finding.drift.method"));
    }

    private static Finding untold(String id, Phrase reason) {
        return Finding.untold(
                id,
                TOPIC,
                reason,
                FigureWords.statistic("change"),
                FigureWords.unit("items", 0),
                Phrase.text("finding.drift.method"));
    }
}
