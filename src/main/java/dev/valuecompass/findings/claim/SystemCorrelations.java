package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.contrast.RankCorrelation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;

/** Models that score high on one system score high on another. */
public final class SystemCorrelations implements Claim {
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
        String method =
                "Spearman's rank correlation of the models' means, its interval after Bonett and Wright (2000) at"
                        + " 95 % for all " + pairs
                        + " pairs of systems together (Bonferroni); held when it lies above 0, not held"
                        + " when it lies below 0.3";
        RankCorrelation found = RankCorrelation.of(
                period.means(one.id(), models), period.means(other.id(), models), 1 - ERRORS / pairs);
        if (found.interval() == null) {
            return Finding.untold(
                    id,
                    TOPIC,
                    "Too few models have means on both " + one.name() + " and " + other.name()
                            + ", or their means do not differ.",
                    "Spearman's rho",
                    "models",
                    method);
        }
        Interval interval = found.interval();
        Verdict verdict =
                interval.low() > 0 ? Verdict.HELD : interval.high() < WEAK ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String figures = " (Spearman " + Words.two(found.rho()) + ", " + Words.two(interval.low()) + " to "
                + Words.two(interval.high()) + ").";
        String both = one.name() + " and " + other.name();
        String sentence = switch (verdict) {
            case HELD -> "Models that score high on " + one.name() + " score high on " + other.name() + figures;
            case NOT_HELD -> "High scores on " + both + " do not go together" + figures;
            case CANNOT_BE_TOLD -> "Whether high scores on " + both + " go together cannot be told" + figures;
        };
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence,
                new Statistic("Spearman's rho", found.rho(), interval, null),
                found.n(),
                "models",
                method);
    }
}
