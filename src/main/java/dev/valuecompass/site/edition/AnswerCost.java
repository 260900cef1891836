package dev.valuecompass.site.edition;

import dev.valuecompass.snapshot.ModelEntry.PricePaid;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.SystemResult;
import java.util.Optional;

/**
 * What answers cost, estimated: a period counts the tokens of all its models together, so a model's price is applied to the
 * mean answer of the period. A model that writes more than others costs more than this says.
 *
 * @param input tokens of a question, on average over models and items
 * @param output tokens of an answer, on average over models and items
 */
public record AnswerCost(double input, double output) {
    private static final double ANSWERS = 1000;
    private static final double TOKENS = 1e6;

    /** Empty where the period does not know its tokens. */
    public static Optional<AnswerCost> of(Edition edition) {
        RunProvenance run = edition.snapshot().run();
        if (run == null || run.promptTokens() == null || run.completionTokens() == null) {
            return Optional.empty();
        }
        double answers = edition.snapshot().systems().stream()
                        .mapToInt(SystemResult::items)
                        .sum()
                * (double) run.samples()
                * edition.snapshot().models().size();
        return answers == 0
                ? Optional.empty()
                : Optional.of(new AnswerCost(run.promptTokens() / answers, run.completionTokens() / answers));
    }

    /** US dollars for a thousand answers at a price. */
    public double ofAThousand(PricePaid price) {
        return ANSWERS * (input * price.input() + output * price.output()) / TOKENS;
    }
}
