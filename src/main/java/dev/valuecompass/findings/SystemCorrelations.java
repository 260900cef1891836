package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;

/** Models that score high on one system score high on another. */
final class SystemCorrelations implements Claim {
    private static final String TOPIC = "Systems beside each other";
    private static final double ERRORS = 0.05;
    private static final double WEAK = 0.3;

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<ValueSystem> systems = period.systems();
        int pairs = systems.size() * (systems.size() - 1) / 2;
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            for (int j = i + 1; j < systems.size(); j++) {
                findings.add(finding(period, systems.get(i), systems.get(j), pairs));
            }
        }
        return findings;
    }

    private static Finding finding(PeriodFigures period, ValueSystem one, ValueSystem other, int pairs) {
        String id = "correlation-" + one.id() + "-" + other.id();
        List<String> models = period.means(one.id()).keySet().stream()
                .filter(period.means(other.id())::containsKey)
                .toList();
        Phrase method = Phrase.text("finding.correlation.method").with("n", pairs);
        RankCorrelation found = RankCorrelation.of(
                period.means(one.id(), models), period.means(other.id(), models), 1 - ERRORS / pairs);
        if (found.interval() == null) {
            return Finding.untold(
                    id,
                    TOPIC,
                    Phrase.text("finding.correlation.too-few")
                            .with("one", FigureWords.name(one))
                            .with("other", FigureWords.name(other)),
                    FigureWords.statistic("spearman"),
                    FigureWords.unit("models", 0),
                    method);
        }
        Interval interval = found.interval();
        Verdict verdict =
                interval.low() > 0 ? Verdict.HELD : interval.high() < WEAK ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        Phrase sentence = Phrase.told("finding.correlation", verdict)
                .with("one", FigureWords.name(one))
                .with("other", FigureWords.name(other))
                .with("rho", FigureWords.two(found.rho()))
                .with("low", FigureWords.two(interval.low()))
                .with("high", FigureWords.two(interval.high()));
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence,
                new Statistic(FigureWords.statistic("spearman"), found.rho(), interval, null),
                found.n(),
                FigureWords.unit("models", found.n()),
                method);
    }
}
