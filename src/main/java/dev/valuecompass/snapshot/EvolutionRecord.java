package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import java.util.List;

/**
 * How the new items of one system were searched for, a place in each list for each pull of the budget, in order.
 *
 * @param method {@code adaem} or {@code denevil}
 * @param worth what a new item is judged by: {@code Jensen-Shannon divergence} of the models' values, or {@code entropy of the
 *     recogniser's labels}; {@code stand-ins} and {@code violation by the recogniser} in earlier periods
 * @param settings every hyperparameter, as JSON text
 * @param explorers ids of the models that proposed and refined
 * @param scorers ids of the models whose answers decided
 * @param initial mean worth of the starting items; null when none could be judged
 * @param top the best so many new items are followed
 * @param rewards mean worth of what the pull gave, 0 when it gave nothing
 * @param best mean worth of the best {@code top} so far; null while there is none
 * @param topics how many starting items these best are about
 * @param continues period whose arms the search went on with; null for a search that began anew, or does not say
 * @param arms what the next search goes on with; null in periods that do not say
 * @param check whether the worth is what items are for; null in periods that do not say
 * @param mixture how the items were put together; null in periods that do not say
 * @param review what people decided about the new items, by item; null where nobody reviewed them
 */
@ByName
public record EvolutionRecord(
        String method,
        String worth,
        String settings,
        List<String> explorers,
        List<String> scorers,
        Double initial,
        int top,
        List<Double> rewards,
        List<Double> best,
        List<Integer> topics,
        @JsonInclude(JsonInclude.Include.NON_NULL) String continues,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ArmRecord> arms,
        @JsonInclude(JsonInclude.Include.NON_NULL) RewardCheck check,
        @JsonInclude(JsonInclude.Include.NON_NULL) MixtureRecord mixture,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ReviewRecord> review) {
    /** The same with the way in which the period's items were put together. */
    public EvolutionRecord mixed(MixtureRecord how) {
        return EvolutionRecordFields.copy(this).mixture(how).build();
    }

    /** The same with what people decided about the items. */
    public EvolutionRecord reviewed(List<ReviewRecord> decisions) {
        return EvolutionRecordFields.copy(this).review(decisions).build();
    }
}
