package dev.valuecompass.responses;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how responses ended, for each system, model and dimension: the denominators of all published figures. */
public final class OutcomeTally {
    private final Map<List<String>, Map<Outcome, Integer>> cells = new LinkedHashMap<>();

    /** Counts a response once for every dimension that its item is read for. */
    public void add(Item item, Response response) {
        add(item, response.model(), response.outcome());
    }

    /**
     * As the other, for an outcome that was not known when the response came.
     *
     * @param outcome {@link Outcome#UNSCORED} when the recogniser failed on an answer
     */
    public synchronized void add(Item item, String model, Outcome outcome) {
        for (String dimension : item.dimensions()) {
            cells.computeIfAbsent(List.of(item.system(), model, dimension), cell -> new EnumMap<>(Outcome.class))
                    .merge(outcome, 1, Integer::sum);
        }
    }

    /** All zero for a cell of which nothing was asked. */
    public synchronized OutcomeCounts counts(String system, String model, String dimension) {
        Map<Outcome, Integer> cell = cells.getOrDefault(List.of(system, model, dimension), Map.of());
        return new OutcomeCounts(
                sum(cell, Outcome.values()),
                sum(cell, Outcome.ANSWERED),
                sum(cell, Outcome.REFUSED),
                sum(cell, Outcome.FILTERED),
                sum(cell, Outcome.TRUNCATED),
                sum(cell, Outcome.EMPTY),
                sum(cell, Outcome.UNPARSED),
                sum(cell, Outcome.UNSCORED),
                sum(cell, Outcome.PROVIDER_ERROR, Outcome.TRANSPORT_ERROR, Outcome.CONTEXT_OVERFLOW),
                sum(cell, Outcome.BUDGET_SKIPPED, Outcome.CANCELLED));
    }

    private static int sum(Map<Outcome, Integer> cell, Outcome... outcomes) {
        int sum = 0;
        for (Outcome outcome : outcomes) {
            sum += cell.getOrDefault(outcome, 0);
        }
        return sum;
    }
}
