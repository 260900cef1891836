package dev.valuecompass.findings;

import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.TestPerSystem.FamilyTest;
import dev.valuecompass.scores.CircularStructure;
import dev.valuecompass.scores.CircularStructure.DistanceCorrelation;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Over the models, values hang together as the theory's circle says: neighbours with, opposites against each other. */
final class CircularOrder implements Claim {
    private static final String TOPIC = "The circle of values";
    private static final double LEVEL = 0.05;
    private static final long SEED = 20;

    @Override
    public List<Finding> of(PeriodFigures period) {
        return TestPerSystem.findings(period.systems().stream()
                .filter(ValueSystem::circular)
                .map(system -> test(period, system))
                .toList());
    }

    private static FamilyTest test(PeriodFigures period, ValueSystem system) {
        CircularStructure found = CircularStructure.of(
                system.dimensionIds(), List.copyOf(period.profiles(system.id()).values()), SEED);
        return new FamilyTest(found == null ? null : found.p(), p -> finding(period, system, found, p));
    }

    private static Finding finding(PeriodFigures period, ValueSystem system, CircularStructure found, double p) {
        String id = "circle-" + system.id();
        Phrase method = method(period, system);
        if (found == null) {
            return Finding.untold(
                    id,
                    TOPIC,
                    Phrase.text("finding.circle.too-few").with("system", FigureWords.name(system)),
                    FigureWords.statistic("circle"),
                    FigureWords.unit("models", 0),
                    method);
        }
        Verdict verdict = p <= LEVEL ? Verdict.HELD : found.fit() >= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        Phrase sentence = Phrase.told("finding.circle", verdict)
                .with("system", FigureWords.name(system))
                .with("n", found.byDistance().size())
                .with("steps", steps(found.byDistance()))
                .with("expected", FigureWords.two(found.expected()))
                .with("fit", FigureWords.two(found.fit()))
                .with("p", FigureWords.p(p));
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence,
                new Statistic(FigureWords.statistic("circle"), found.fit(), null, p),
                found.profiles(),
                FigureWords.unit("models", found.profiles()),
                method);
    }

    /** Says the same figures of people too, computed in the same way from country means, where they are known. */
    private static Phrase method(PeriodFigures period, ValueSystem system) {
        List<Phrase> people = new ArrayList<>();
        if (period.theory().systemIds().contains(system.id())) {
            for (CultureSeries series : period.theory().seriesOf(system.id())) {
                List<DistanceCorrelation> found = CircularStructure.byDistance(
                        system.dimensionIds(),
                        series.cultures().stream().map(Culture::scores).toList());
                if (found != null) {
                    people.add(Phrase.text("finding.circle.people")
                            .with("series", FigureWords.name(series))
                            .with(
                                    "countries",
                                    FigureWords.count(
                                            "countries", series.cultures().size()))
                            .with("steps", steps(found)));
                }
            }
        }
        return people.isEmpty()
                ? Phrase.text("finding.circle.method")
                : Phrase.text("finding.circle.method-people")
                        .with("people", new Phrase.Sequence("finding.also", people));
    }

    private static String steps(List<DistanceCorrelation> steps) {
        return steps.stream().map(step -> FigureWords.two(step.correlation())).collect(Collectors.joining(", "));
    }
}
