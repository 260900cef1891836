package dev.valuecompass.recognition;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.responses.Response;
import java.util.List;

/**
 * What one answer shows.
 *
 * @param outcome how the answer ends with this reading: answered, unscored, or in a language that was not learned
 * @param judgements one for each dimension of the item, in the item's order; empty unless the outcome is answered
 * @param failure why the answer could not be read; empty when it was
 */
public record Recognition(
        String item, String model, int sample, Outcome outcome, List<Judgement> judgements, String failure) {

    /** Of an answer that was read. */
    public static Recognition of(Response response, List<Judgement> judgements) {
        return new Recognition(
                response.item(), response.model(), response.sample(), Outcome.ANSWERED, List.copyOf(judgements), "");
    }

    /** Of an answer that could not be read. */
    public static Recognition unscored(Response response, String failure) {
        return unread(response, Outcome.UNSCORED, failure);
    }

    /** Of an answer in a language that the recogniser has not learned. @param language its English name */
    public static Recognition notLearned(Response response, String language) {
        return unread(response, Outcome.NOT_LEARNED, "language not learned: " + language);
    }

    private static Recognition unread(Response response, Outcome outcome, String failure) {
        return new Recognition(response.item(), response.model(), response.sample(), outcome, List.of(), failure);
    }

    /** Whether the answer could not be read; then there are no judgements. */
    public boolean failed() {
        return outcome != Outcome.ANSWERED;
    }
}
