package dev.valuecompass.findings;

import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The same test on every value system of a period; its p-values are adjusted for how often it was made ({@link Holm}). */
interface TestPerSystem<R> {
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
        List<Optional<R>> results =
                systems.stream().map(system -> result(period, system)).toList();
        double[] adjusted = Holm.adjusted(
                results.stream().flatMap(Optional::stream).mapToDouble(p).toArray());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (int s = 0; s < systems.size(); s++) {
            ValueSystem system = systems.get(s);
            Optional<R> result = results.get(s);
            findings.add(result.isEmpty() ? untold(period, system) : told(system, result.get(), adjusted[tested++]));
        }
        return findings;
    }
}
