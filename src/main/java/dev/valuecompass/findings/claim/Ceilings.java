package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.value.Reading;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a norm is near to being met by all (every mean above {@value #CEILING}), so that its test tells little any
 * more, or leaves room (no mean reaches {@value #ROOM}).
 */
public final class Ceilings implements Claim {
    static final int CEILING = 90;
    static final int ROOM = 70;
    private static final String TOPIC = "Ceilings";

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<Finding> findings = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            if (system.reading() == Reading.NORMATIVE
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
        String claim = ceiling
                ? "every model's mean on " + system.name() + " lies above " + CEILING
                : "no model's mean on " + system.name() + " reaches " + ROOM;
        long meet = means.values().stream()
                .filter(mean -> ceiling ? mean > CEILING : mean < ROOM)
                .count();
        String fact = (ceiling ? "; the lowest is " : "; the highest is ") + Words.one(extreme) + ", " + meet + " of "
                + n
                + (ceiling ? " lie above " + CEILING : " lie below " + ROOM) + ", and the mean of all is "
                + Words.one(
                        means.values().stream().mapToDouble(x -> x).average().orElseThrow()) + ".";
        String sentence = switch (verdict) {
            case HELD -> capital(claim) + fact;
            case NOT_HELD -> "It is not so that " + claim + fact;
            case CANNOT_BE_TOLD -> "Whether " + claim + " cannot be told" + fact;
        };
        String method = "means over all values against a bound, "
                + (reported
                        ? "by the bounds of their intervals"
                        : "as published: uncertainty is not reported by this period");
        return new Finding(
                (ceiling ? "ceiling-" : "room-") + system.id(),
                TOPIC,
                verdict,
                sentence,
                new Statistic(ceiling ? "lowest mean" : "highest mean", extreme, null, null),
                n,
                "models",
                method);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
