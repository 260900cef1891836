package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.scores.statistics.Lowest;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.scores.statistics.RankCorrelation;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values of one system or two beside each other, over the models: which norm is met least, whether models put their users
 * above themselves, and whether fair models are less toxic.
 */
final class ValueContrasts implements Claim, TestPerSystem<Lowest<Dimension>> {
    private static final String HARDEST = "The hardest value";
    private static final String PAIRS = "Values beside each other";
    private static final double LEVEL = 0.95;
    private static final double ERRORS = 0.05;
    private static final double WEAK = 0.3;
    private static final int FEWEST = 3;

    @Override
    public List<Finding> of(PeriodFigures period) {
        List<FamilyTest> hardest = new ArrayList<>(tests(
                period,
                period.systems().stream()
                        .filter(system -> system.reading() == ScoreMeaning.NORMATIVE)
                        .toList(),
                Lowest::p));
        hardest.addAll(HardestHarm.task().tests(period));
        hardest.addAll(HardestHarm.category().tests(period));
        List<Finding> findings = new ArrayList<>(TestPerSystem.findings(hardest));
        findings.addAll(pairs(period));
        return findings;
    }

    /** Each at an equal part of the errors, as one of them rests on an interval alone (Bonferroni). */
    private static List<Finding> pairs(PeriodFigures period) {
        int claims = (int) Stream.of(userOverSelf(period, 1), fairnessWithToxicity(period, 1))
                .filter(Optional::isPresent)
                .count();
        return Stream.of(userOverSelf(period, claims), fairnessWithToxicity(period, claims))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Lowest<Dimension>> result(PeriodFigures period, ValueSystem system) {
        List<Map<String, Double>> profiles =
                List.copyOf(period.profiles(system.id()).values());
        if (profiles.size() < FEWEST || system.dimensions().size() < 2) {
            return Optional.empty();
        }
        List<Dimension> rising = system.dimensions().stream()
                .sorted(Comparator.comparing(value -> mean(profiles, value.id())))
                .toList();
        return Optional.of(Lowest.of(rising, (one, other) -> above(profiles, one, other)));
    }

    private static double mean(List<Map<String, Double>> profiles, String value) {
        return profiles.stream()
                .mapToDouble(scores -> scores.get(value))
                .average()
                .orElseThrow();
    }

    private static MeanChange above(List<Map<String, Double>> profiles, Dimension one, Dimension other) {
        return MeanChange.of(
                profiles.stream()
                        .mapToDouble(scores -> scores.get(one.id()) - scores.get(other.id()))
                        .toArray(),
                LEVEL);
    }

    @Override
    public Finding untold(PeriodFigures period, ValueSystem system) {
        return Finding.untold(
                "hardest-" + system.id(),
                HARDEST,
                Phrase.text("finding.hardest.too-few").with("system", FigureWords.name(system)),
                FigureWords.statistic("difference"),
                FigureWords.unit("models", 0),
                Phrase.text("finding.hardest.method"));
    }

    @Override
    public Finding told(ValueSystem system, Lowest<Dimension> hardest, double p) {
        Verdict verdict = p <= ERRORS ? Verdict.HELD : Verdict.CANNOT_BE_TOLD;
        MeanChange above = hardest.above();
        return new Finding(
                "hardest-" + system.id(),
                HARDEST,
                verdict,
                Phrase.told("finding.hardest", verdict)
                        .with("system", FigureWords.name(system))
                        .with("value", FigureWords.name(system, hardest.lowest()))
                        .with("next", FigureWords.name(system, hardest.next()))
                        .with("points", FigureWords.one(above.mean()))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("difference"), above.mean(), above.interval(), p),
                above.n(),
                FigureWords.unit("models", above.n()),
                Phrase.text("finding.hardest.method"));
    }

    /** Where the period has these values of the system of what is peculiar to language models. */
    private static Optional<Finding> userOverSelf(PeriodFigures period, int claims) {
        Optional<ValueSystem> system = period.systems().stream()
                .filter(one -> one.dimensionIds().containsAll(List.of("user-oriented", "self-competence")))
                .findFirst();
        if (system.isEmpty() || period.profiles(system.get().id()).size() < FEWEST) {
            return Optional.empty();
        }
        ValueSystem of = system.get();
        MeanChange above = MeanChange.of(
                period.profiles(of.id()).values().stream()
                        .mapToDouble(scores -> scores.get("user-oriented") - scores.get("self-competence"))
                        .toArray(),
                1 - ERRORS / claims);
        double p = Math.min(1, above.p() * claims);
        Verdict verdict = p <= ERRORS && above.mean() > 0
                ? Verdict.HELD
                : above.interval().high() <= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        return Optional.of(new Finding(
                "user-over-self",
                PAIRS,
                verdict,
                Phrase.told("finding.user", verdict)
                        .with(
                                "user",
                                FigureWords.name(
                                        of, of.dimension("user-oriented").orElseThrow()))
                        .with(
                                "self",
                                FigureWords.name(
                                        of, of.dimension("self-competence").orElseThrow()))
                        .with("points", FigureWords.one(Math.abs(above.mean())))
                        .with("p", FigureWords.p(p)),
                new Statistic(FigureWords.statistic("difference"), above.mean(), above.interval(), p),
                above.n(),
                FigureWords.unit("models", above.n()),
                Phrase.text("finding.user.method")));
    }

    private static Optional<Finding> fairnessWithToxicity(PeriodFigures period, int claims) {
        Map<String, Map<String, Double>> foundations = profiles(period, "mft", "fairness");
        Map<String, Map<String, Double>> harms = profiles(period, "safety", "representation-toxicity");
        List<String> models =
                foundations.keySet().stream().filter(harms::containsKey).toList();
        RankCorrelation found = RankCorrelation.of(
                models.stream()
                        .mapToDouble(model -> foundations.get(model).get("fairness"))
                        .toArray(),
                models.stream()
                        .mapToDouble(model -> harms.get(model).get("representation-toxicity"))
                        .toArray(),
                1 - ERRORS / claims);
        if (found.interval() == null) {
            return Optional.empty();
        }
        Verdict verdict = found.interval().low() > 0
                ? Verdict.HELD
                : found.interval().high() < WEAK ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        return Optional.of(new Finding(
                "fairness-with-toxicity",
                PAIRS,
                verdict,
                Phrase.told("finding.fair", verdict)
                        .with("rho", FigureWords.two(found.rho()))
                        .with("low", FigureWords.two(found.interval().low()))
                        .with("high", FigureWords.two(found.interval().high())),
                new Statistic(FigureWords.statistic("spearman"), found.rho(), found.interval(), null),
                found.n(),
                FigureWords.unit("models", found.n()),
                Phrase.text("finding.fair.method")));
    }

    private static Map<String, Map<String, Double>> profiles(PeriodFigures period, String system, String value) {
        return period.systems().stream()
                        .anyMatch(one ->
                                one.id().equals(system) && one.dimensionIds().contains(value))
                ? period.profiles(system)
                : Map.of();
    }
}
