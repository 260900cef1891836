package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.contrast.RankContrast;
import dev.valuecompass.scores.interval.Holm;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Two kinds of models differ in their means on a system. */
public final class GroupContrast implements Claim {
    private static final double LEVEL = 0.05;
    private static final double EFFECT_LEVEL = 0.9;
    /** Effects below this count as small (Romano and others 2006). */
    private static final double SMALL = 0.33;

    private static final String METHOD =
            "Mann-Whitney test of the means over all values, exact with ties, Holm-corrected"
                    + " over the systems; effect Cliff's delta with its 90 % interval (Cliff 1993); held at 5 %, not held when the"
                    + " interval lies within \u00b10.33, a small effect (Romano et al. 2006). Models of one family are not independent"
                    + " of each other, which the test does not heed";

    private final String id;
    private final String topic;
    private final String first;
    private final String second;
    private final Function<ModelEntry, Boolean> inFirst;

    private GroupContrast(String id, String topic, String first, String second, Function<ModelEntry, Boolean> inFirst) {
        this.id = id;
        this.topic = topic;
        this.first = first;
        this.second = second;
        this.inFirst = inFirst;
    }

    public static GroupContrast openAndProprietary() {
        return new GroupContrast(
                "open-and-proprietary",
                "Open and proprietary models",
                "open models",
                "proprietary models",
                ModelEntry::open);
    }

    public static GroupContrast reasoningAndChat() {
        return new GroupContrast(
                "reasoning-and-chat",
                "Reasoning and chat models",
                "reasoning models",
                "chat models",
                ModelEntry::reasoning);
    }

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<RankContrast> found = new ArrayList<>();
        for (ValueSystem system : period.systems()) {
            double[] one = means(period, system, true);
            double[] other = means(period, system, false);
            found.add(one.length < 2 || other.length < 2 ? null : RankContrast.of(one, other, EFFECT_LEVEL));
        }
        double[] p = Holm.adjusted(found.stream()
                .filter(contrast -> contrast != null)
                .mapToDouble(RankContrast::p)
                .toArray());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (int s = 0; s < found.size(); s++) {
            ValueSystem system = period.systems().get(s);
            findings.add(
                    found.get(s) == null
                            ? Finding.untold(
                                    id + "-" + system.id(),
                                    topic,
                                    "Fewer than two " + first + " or " + second + " have every score on "
                                            + system.name() + ".",
                                    "Cliff's delta",
                                    "models",
                                    METHOD)
                            : finding(system, found.get(s), p[tested++]));
        }
        return findings;
    }

    private Finding finding(ValueSystem system, RankContrast contrast, double p) {
        boolean negligible = contrast.interval() != null
                && Math.abs(contrast.interval().low()) < SMALL
                && Math.abs(contrast.interval().high()) < SMALL;
        Verdict verdict = p <= LEVEL ? Verdict.HELD : negligible ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String figures = " (Cliff's delta " + Words.two(contrast.delta()) + ", " + Words.p(p) + ").";
        String sentence = switch (verdict) {
            case HELD ->
                "On " + system.name() + " the " + first + " have " + (contrast.delta() > 0 ? "higher" : "lower")
                        + " means than the " + second + figures;
            case NOT_HELD ->
                "On " + system.name() + " the means of " + first + " and " + second + " differ little at most"
                        + figures;
            case CANNOT_BE_TOLD ->
                "Whether the means of " + first + " and " + second + " on " + system.name() + " differ cannot be told"
                        + figures;
        };
        return new Finding(
                id + "-" + system.id(),
                topic,
                verdict,
                sentence,
                new Statistic("Cliff's delta", contrast.delta(), contrast.interval(), p),
                contrast.n1() + contrast.n2(),
                "models, " + contrast.n1() + " of them " + first,
                METHOD);
    }

    private double[] means(PeriodFigures period, ValueSystem system, boolean wanted) {
        return period.means(system.id()).entrySet().stream()
                .filter(mean -> period.model(mean.getKey())
                        .map(inFirst)
                        .filter(is -> is == wanted)
                        .isPresent())
                .mapToDouble(mean -> mean.getValue())
                .toArray();
    }
}
