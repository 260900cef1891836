package dev.valuecompass.findings.claim;

import dev.valuecompass.findings.Claim;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.Finding.Statistic;
import dev.valuecompass.findings.PeriodFigures;
import dev.valuecompass.findings.Verdict;
import dev.valuecompass.scores.profile.CircularStructure;
import dev.valuecompass.scores.profile.CircularStructure.Step;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Over the models, values hang together as the theory's circle says: neighbours with, opposites against each other. */
public final class Circle implements Claim {
    private static final String TOPIC = "The circle of values";
    private static final double LEVEL = 0.05;
    private static final long SEED = 20;

    @Override
    public List<Finding> of(PeriodFigures period) {
        return period.systems().stream()
                .filter(ValueSystem::circular)
                .map(system -> finding(period, system))
                .toList();
    }

    private static Finding finding(PeriodFigures period, ValueSystem system) {
        String id = "circle-" + system.id();
        CircularStructure found = CircularStructure.of(
                system.dimensionIds(), List.copyOf(period.profiles(system.id()).values()), SEED);
        String method =
                "correlations of the values over models, each model's profile centred; fit is Pearson's correlation"
                        + " of distance on the circle with correlation, p by 9,999 seeded shuffles of the values (one-sided)."
                        + countries(period, system);
        if (found == null) {
            return Finding.untold(
                    id,
                    TOPIC,
                    "Fewer than three models have every score on " + system.name() + ".",
                    "fit to the circle",
                    "models",
                    method);
        }
        Verdict verdict =
                found.p() <= LEVEL ? Verdict.HELD : found.fit() >= 0 ? Verdict.NOT_HELD : Verdict.CANNOT_BE_TOLD;
        String figures = " Mean correlations one to five steps apart: " + steps(found.byDistance()) + "; "
                + Words.two(found.expected()) + " would be none (fit " + Words.two(found.fit()) + ", "
                + Words.p(found.p()) + ").";
        String sentence = switch (verdict) {
            case HELD -> "Over the models the values of " + system.name() + " hang together as the circle says.";
            case NOT_HELD -> "Over the models the values of " + system.name() + " do not follow the circle.";
            case CANNOT_BE_TOLD ->
                "Whether the values of " + system.name() + " follow the circle over the models cannot be told.";
        };
        return new Finding(
                id,
                TOPIC,
                verdict,
                sentence
                        + figures.replace(
                                "one to five", "one to " + found.byDistance().size()),
                new Statistic("fit to the circle", found.fit(), null, found.p()),
                found.profiles(),
                "models",
                method);
    }

    /** The same figures of people, computed in the same way from country means. */
    private static String countries(PeriodFigures period, ValueSystem system) {
        if (!period.theory().systemIds().contains(system.id())) {
            return "";
        }
        List<String> human = new ArrayList<>();
        for (CultureSeries series : period.theory().seriesOf(system.id())) {
            List<Step> found = CircularStructure.byDistance(
                    system.dimensionIds(),
                    series.cultures().stream().map(Culture::scores).toList());
            if (found != null) {
                human.add(series.name() + ", " + series.cultures().size() + " countries: " + steps(found));
            }
        }
        return human.isEmpty() ? "" : " Of country means in the same way: " + String.join("; ", human);
    }

    private static String steps(List<Step> steps) {
        return steps.stream().map(step -> Words.two(step.correlation())).collect(Collectors.joining(", "));
    }
}
