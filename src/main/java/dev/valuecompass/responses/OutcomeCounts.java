package dev.valuecompass.responses;

import dev.valuecompass.io.ByName;
import dev.valuecompass.llm.Outcome;
import java.util.List;
import java.util.Map;

/**
 * How the responses behind one published cell ended. {@code asked} is the sum of all the others.
 *
 * @param failed provider, transport and context errors
 * @param skipped for want of budget, or cancelled
 */
@ByName
public record OutcomeCounts(
        int asked,
        int answered,
        int refused,
        int filtered,
        int truncated,
        int empty,
        int unparsed,
        int unscored,
        int failed,
        int skipped) {

    /** @param ends how often each outcome came; one that never came may be left out */
    public static OutcomeCounts of(Map<Outcome, Integer> ends) {
        return OutcomeCountsFields.builder()
                .asked(sum(ends, Outcome.values()))
                .answered(sum(ends, Outcome.ANSWERED))
                .refused(sum(ends, Outcome.REFUSED))
                .filtered(sum(ends, Outcome.FILTERED))
                .truncated(sum(ends, Outcome.TRUNCATED))
                .empty(sum(ends, Outcome.EMPTY))
                .unparsed(sum(ends, Outcome.UNPARSED))
                .unscored(sum(ends, Outcome.UNSCORED, Outcome.NOT_LEARNED))
                .failed(sum(ends, Outcome.PROVIDER_ERROR, Outcome.TRANSPORT_ERROR, Outcome.CONTEXT_OVERFLOW))
                .skipped(sum(ends, Outcome.BUDGET_SKIPPED, Outcome.CANCELLED))
                .build();
    }

    /** All but {@code asked}, in the order of the fields: each response ended in exactly one of these ways. */
    public List<Integer> ends() {
        return List.of(answered, refused, filtered, truncated, empty, unparsed, unscored, failed, skipped);
    }

    private static int sum(Map<Outcome, Integer> ends, Outcome... kinds) {
        int sum = 0;
        for (Outcome kind : kinds) {
            sum += ends.getOrDefault(kind, 0);
        }
        return sum;
    }
}
