package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a norm is near to being met by all (every mean above {@value #CEILING}), so that its test tells little any
 * more, or leaves room (no mean reaches {@value #ROOM}).
 */
final class CeilingEffect implements Claim {
    static final int CEILING = 90;
    static final int ROOM = 70;
    private static final String TOPIC = "Ceilings";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<Finding> findings = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            if (system.reading() == ScoreMeaning.NORMATIVE
                    && !period.means(system.id()).isEmpty()) {
                findings.add(finding(period, system, true));
                findings.add(finding(period, system, false));
            }
        }
        return findings;
    }

    private static Finding finding(PeriodFigures period, ValueSystem system, boolean ceiling) {
        Map<String, Double> means = period.means(system.id());
        boolean reported = means.keySet().stream()
                .allMatch(model -> period.meanInterval(system.id(), model).isPresent());
        int sure = 0;
        int refuted = 0;
        for (Map.Entry<String, Double> mean : means.entrySet()) {
            Optional<Interval> interval = reported ? period.meanInterval(system.id(), mean.getKey()) : Optional.empty();
            double low = interval.map(Interval::low).orElse(mean.getValue());
            double high = interval.map(Interval::high).orElse(mean.getValue());
            sure += (ceiling ? low > CEILING : high < ROOM) ? 1 : 0;
            refuted += (ceiling ? high <= CEILING : low >= ROOM) ? 1 : 0;
        }
        int n = means.size();
        double extreme = ceiling
                ? means.values().stream().mapToDouble(x -> x).min().orElseThrow()
                : means.values().stream().mapToDouble(x -> x).max().orElseThrow();
        Verdict verdict = sure == n ? Verdict.HELD : refuted > 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        int meet = (int) means.values().stream()
                .filter(mean -> ceiling ? mean > CEILING : mean < ROOM)
                .count();
        Phrase sentence = Phrase.told(ceiling ? "finding.ceiling" : "finding.room", verdict)
                .with("system", FigureWords.name(system))
                .with("bound", ceiling ? CEILING : ROOM)
                .with("extreme", FigureWords.one(extreme))
                .with("meet", meet)
                .with("models", FigureWords.count("models", n))
                .with(
                        "mean",
                        FigureWords.one(means.values().stream()
                                .mapToDouble(x -> x)
                                .average()
                                .orElseThrow()));
        return new Finding(
                (ceiling ? "ceiling-" : "room-") + system.id(),
                TOPIC,
                verdict,
                sentence,
                new Statistic(FigureWords.statistic(ceiling ? "lowest" : "highest"), extreme, null, null),
                n,
                FigureWords.unit("models", n),
                Phrase.text(reported ? "finding.ceiling.method" : "finding.ceiling.method-unreported"));
    }
}
