package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value system in one period. The system's definition is frozen with it, so that a period can be read when the
 * program's own definitions have moved on.
 *
 * @param items how many were asked; 0 when the source does not say
 * @param scores every (model, dimension) with a figure, by model then dimension; a missing cell is a missing score
 * @param evolved whether any of the items were evolved for this period, as their provenance or the source says; null where
 *     neither does
 * @param evolution how new items were found; null, and not written, where none were made or nobody wrote it down
 */
public record SystemResult(
        ValueSystem system,
        int items,
        List<ScoreCell> scores,
        Boolean evolved,
        @JsonInclude(JsonInclude.Include.NON_NULL) EvolutionRecord evolution) {

    /** Of items that nobody says of whether they evolved. */
    public SystemResult(ValueSystem system, int items, List<ScoreCell> scores) {
        this(system, items, scores, null, null);
    }

    /** The scores to show, by model and dimension; a missing score has no entry. */
    public SortedMap<String, Map<String, Double>> headlines() {
        SortedMap<String, Map<String, Double>> byModel = new TreeMap<>();
        for (ScoreCell cell : scores) {
            if (cell.headline() != null) {
                byModel.computeIfAbsent(cell.model(), model -> new TreeMap<>()).put(cell.dimension(), cell.headline());
            }
        }
        return byModel;
    }

    /** The same figures with the way their items came about. */
    public SystemResult with(EvolutionRecord way) {
        return new SystemResult(system, items, scores, evolved, way);
    }
}
