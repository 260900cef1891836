package dev.valuecompass.llm.offline;

import dev.valuecompass.io.SmallLetters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A circumstance in which some models of a panel think otherwise than usual.
 *
 * @param about words, in lower case, of which one must stand in the question; empty: any question will do
 * @param where words, in lower case, of which one must stand in the question as well
 * @param models by model, system id and dimension id the propensity that holds instead, in (0, 1)
 */
record Context(List<String> about, List<String> where, Map<String, Map<String, Map<String, Double>>> models) {
    boolean fits(String question) {
        String lower = SmallLetters.of(question);
        return (about.isEmpty() || about.stream().anyMatch(lower::contains))
                && where.stream().anyMatch(lower::contains);
    }

    Optional<Double> propensity(String model, String system, String dimension) {
        return Optional.ofNullable(models.getOrDefault(model, Map.of())
                .getOrDefault(system, Map.of())
                .get(dimension));
    }
}
