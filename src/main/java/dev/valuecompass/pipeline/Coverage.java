package dev.valuecompass.pipeline;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The gate before publication: a model whose answers are too few on a system makes the run incomplete, and what was
 * published before stays (R8).
 *
 * @param minimum share of asked items that must have been answered and read
 */
public record Coverage(double minimum) {
    /** A model that falls short on a system, with how its other responses ended. */
    public record Gap(String system, String model, int answered, int asked, Map<Outcome, Integer> others) {
        /** One line, for people. */
        public String text() {
            String why = others.entrySet().stream()
                    .map(other -> other.getValue() + " " + other.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return model + " on " + system + ": " + answered + " of " + asked + " answered (" + why + ")";
        }
    }

    /** Every model that falls short, by system and model. */
    public List<Gap> gaps(List<EvaluatedSystem> systems) {
        return systems.stream()
                .flatMap(system -> system.labels().entrySet().stream()
                        .map(rows -> gap(system.system().id(), rows.getKey(), rows.getValue())))
                .filter(gap -> gap.answered() < minimum * gap.asked())
                .toList();
    }

    private static Gap gap(String system, String model, List<LabelRecord> rows) {
        Map<Outcome, Integer> ends = new EnumMap<>(Outcome.class);
        rows.forEach(row -> ends.merge(row.outcome(), 1, Integer::sum));
        Integer answered = ends.remove(Outcome.ANSWERED);
        return new Gap(system, model, answered == null ? 0 : answered, rows.size(), ends);
    }
}
