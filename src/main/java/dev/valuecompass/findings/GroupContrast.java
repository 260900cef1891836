package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.RankContrast;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two kinds of models differ in their means on a system. */
final class GroupContrast implements Claim, TestPerSystem<RankContrast> {
    private static final double LEVEL = 0.05;
    private static final double EFFECT_LEVEL = 0.9;
    /** Effects below this count as small (Romano and others 2006). */
    private static final double SMALL = 0.33;

    private final String id;
    private final String topic;
    private final String texts;
    private final Function<ModelEntry, Boolean> inFirst;

    /** @param texts key of what is said of it */
    private GroupContrast(String id, String topic, String texts, Function<ModelEntry, Boolean> inFirst) {
        this.id = id;
        this.topic = topic;
        this.texts = texts;
        this.inFirst = inFirst;
    }

    /** Models whose weights can be downloaded against the others; those of which it is not known are left out. */
    static GroupContrast openAndProprietary() {
        return new GroupContrast(
                "open-and-proprietary", "Open and proprietary models", "finding.open", ModelEntry::open);
    }

    /** Models that reason before they answer against the others; those of which it is not known are left out. */
    static GroupContrast reasoningAndChat() {
        return new GroupContrast(
                "reasoning-and-chat", "Reasoning and chat models", "finding.reasoning", ModelEntry::reasoning);
    }

    @Override
    public List<Finding> of(PeriodFigures period) {
        return findings(period, RankContrast::p);
    }

    @Override
    public Optional<RankContrast> result(PeriodFigures period, ValueSystem system) {
        double[] one = means(period, system, true);
        double[] other = means(period, system, false);
        return one.length < 2 || other.length < 2
                ? Optional.empty()
                : Optional.of(RankContrast.of(one, other, EFFECT_LEVEL));
    }

    @Override
    public Finding untold(PeriodFigures period, ValueSystem system) {
        return Finding.untold(
                id + "-" + system.id(),
                topic,
                Phrase.text(texts + ".too-few").with("system", FigureWords.name(system)),
                FigureWords.statistic("cliff"),
                FigureWords.unit("models", 0),
                Phrase.text("finding.group-method"));
    }

    @Override
    public Finding told(ValueSystem system, RankContrast contrast, double p) {
        boolean negligible = contrast.interval() != null
                && Math.abs(contrast.interval().low()) < SMALL
                && Math.abs(contrast.interval().high()) < SMALL;
        Verdict verdict = p <= LEVEL ? Verdict.HELD : negligible ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        int n = contrast.n1() + contrast.n2();
        return new Finding(
                id + "-" + system.id(),
                topic,
                verdict,
                (verdict == Verdict.HELD && contrast.delta() < 0
                                ? Phrase.text(texts + ".held-lower")
                                : Phrase.told(texts, verdict))
                        .with("system", FigureWords.name(system))
                        .with("delta", FigureWords.two(contrast.delta()))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("cliff"), contrast.delta(), contrast.interval(), p),
                n,
                Phrase.text(texts + ".unit").with("n", n).with("first", contrast.n1()),
                Phrase.text("finding.group-method"));
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
