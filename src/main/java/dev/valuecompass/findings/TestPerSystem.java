package dev.valuecompass.findings;

import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** The same test on every value system of a period; its p-values are adjusted for how often it was made ({@link Holm}). */
interface TestPerSystem<R> {
    /**
     * One claim of a family of claims whose p-values are adjusted together.
     *
     * @param p before that; null where it could not be tested
     * @param told what is found, by the adjusted p; where it could not be tested it gets 1
     */
    record FamilyTest(Double p, DoubleFunction<Finding> told) {}

    /** A finding for each claim of a family, in its order ({@link Holm}). */
    static List<Finding> findings(List<FamilyTest> family) {
        double[] adjusted = Holm.adjusted(family.stream()
                .map(FamilyTest::p)
                .filter(Objects::nonNull)
                .mapToDouble(p -> p)
                .toArray());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (FamilyTest one : family) {
            findings.add(one.told().apply(one.p() == null ? 1 : adjusted[tested++]));
        }
        return findings;
    }

    /** Empty where the system has too few models to test. */
    Optional<R> result(PeriodFigures period, ValueSystem system);

    /** What is found. @param p adjusted */
    Finding told(ValueSystem system, R result, double p);

    /** What is said of a system that could not be tested. */
    Finding untold(PeriodFigures period, ValueSystem system);

    /** A finding for each system, in their order. @param p of a result, before it is adjusted */
    default List<Finding> findings(PeriodFigures period, ToDoubleFunction<R> p) {
        return findings(period, period.systems(), p);
    }

    /** The same for these systems alone. */
    default List<Finding> findings(PeriodFigures period, List<ValueSystem> systems, ToDoubleFunction<R> p) {
        return TestPerSystem.findings(tests(period, systems, p));
    }

    /** A test for each of these systems, for a family that has others too. */
    default List<FamilyTest> tests(PeriodFigures period, List<ValueSystem> systems, ToDoubleFunction<R> p) {
        return systems.stream()
                .map(system -> result(period, system)
                        .map(result ->
                                new FamilyTest(p.applyAsDouble(result), adjusted -> told(system, result, adjusted)))
                        .orElseGet(() -> new FamilyTest(null, adjusted -> untold(period, system))))
                .toList();
    }
}
