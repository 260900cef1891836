package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.findings.changes.Comparability;
import dev.valuecompass.findings.changes.SharedItems;
import dev.valuecompass.scores.contrast.MeanChange;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The models' answers to items that were carried over have changed since the period before. */
public final class AnchorDrift implements Claim {
    private static final String TOPIC = "Drift on carried-over items";
    private static final String STATISTIC = "mean change in points";
    private static final double LEVEL = 0.9;
    private static final double ERRORS = 0.05;
    private static final double SLIGHT = 5;
    private static final String METHOD =
            "change of the share of labels that express a value, paired by item over the models"
                    + " that both periods asked; Student's test over items, Bonferroni-corrected over the systems; held at 5 %, not"
                    + " held when the 90 % interval lies within \u00b15 points";

    @Override
    public List<Finding> of(PeriodFigures period) {
        if (period.before().isEmpty()) {
            return List.of(untold("anchor-drift", "There is no earlier period to compare with."));
        }
        PeriodRecord before = period.before().get();
        Comparability comparable = Comparability.of(
                before.snapshot().fingerprint(), period.record().snapshot().fingerprint());
        if (comparable.kind() == Comparability.Kind.NOTHING) {
            return List.of(untold(
                    "anchor-drift",
                    "The period does not compare with " + before.snapshot().period() + ": "
                            + String.join(", ", comparable.reasons()) + "."));
        }
        List<Finding> findings = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            findings.add(finding(period, system, before));
        }
        return findings;
    }

    private static Finding finding(PeriodFigures period, ValueSystem system, PeriodRecord before) {
        String id = "anchor-drift-" + system.id();
        SharedItems shared = SharedItems.of(system.id(), before, period.record(), LEVEL);
        MeanChange change = shared.change();
        if (change == null || change.interval() == null) {
            return untold(
                    id,
                    "The period shares too few items of " + system.name() + " with "
                            + before.snapshot().period() + ".");
        }
        double p = Math.min(1, change.p() * period.systems().size());
        boolean slight = change.interval().low() > -SLIGHT && change.interval().high() < SLIGHT;
        Verdict verdict = p <= ERRORS ? Verdict.HELD : slight ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String figures =
                " (" + Words.one(change.mean()) + " points over " + change.n() + " items, " + Words.p(p) + ").";
        String claim = "the answers to items of " + system.name() + " that "
                + before.snapshot().period() + " asked too have changed";
        String sentence = switch (verdict) {
            case HELD -> claim.substring(0, 1).toUpperCase(Locale.ROOT) + claim.substring(1) + figures;
            case NOT_HELD -> "It is not so that " + claim + " by more than " + Words.one(SLIGHT) + " points" + figures;
            case CANNOT_BE_TOLD -> "Whether " + claim + " cannot be told" + figures;
        };
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence,
                new Statistic(STATISTIC, change.mean(), change.interval(), p),
                change.n(),
                "items, answered by " + shared.models().size() + " models both times",
                METHOD);
    }

    private static Finding untold(String id, String reason) {
        return Finding.untold(id, TOPIC, reason, STATISTIC, "items", METHOD);
    }
}
