package dev.valuecompass.recognition;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.responses.Response;
import java.util.List;

/**
 * What one answer shows.
 *
 * @param judgements one for each dimension of the item, in the item's order; empty when the recogniser failed
 * @param failure why the recogniser failed; empty when it did not
 */
public record Recognition(String item, String model, int sample, List<Judgement> judgements, String failure) {
    private static final String NOT_LEARNED = "language not learned";

    /** Of an answer in a language that the recogniser has not learned. @param language its English name */
    public static Recognition notLearned(Item item, Response response, String language) {
        return new Recognition(
                item.id(), response.model(), response.sample(), List.of(), NOT_LEARNED + ": " + language);
    }

    /** How the answer ends with this reading. */
    public Outcome outcome() {
        return failure.startsWith(NOT_LEARNED) ? Outcome.NOT_LEARNED : failed() ? Outcome.UNSCORED : Outcome.ANSWERED;
    }

    /** Whether the answer could not be read; then there are no judgements. */
    public boolean failed() {
        return !failure.isEmpty();
    }
}
