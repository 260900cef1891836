package dev.valuecompass.responses;

import dev.valuecompass.io.ByName;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;

/**
 * What one model made of one item.
 *
 * @param item id of the item
 * @param model id of the examinee
 * @param sample number of the repetition, from 0
 * @param text the visible answer as it came; empty unless something visible came
 * @param opinion the parsed stance and key points; null unless an opinion was asked for and given
 * @param modelReported the model id in the provider's response; may be empty
 * @param detail why the outcome is what it is; may be empty
 * @param retries failed attempts before this end
 */
@ByName
public record Response(
        String item,
        String model,
        int sample,
        Outcome outcome,
        String text,
        Opinion opinion,
        String modelReported,
        Usage usage,
        String detail,
        int retries) {

    /** An answer of which no more is known than its words. @param opinion as of a response */
    public static Response answered(String item, String model, int sample, String text, Opinion opinion) {
        return ResponseFields.builder()
                .item(item)
                .model(model)
                .sample(sample)
                .outcome(Outcome.ANSWERED)
                .text(text)
                .opinion(opinion)
                .modelReported("")
                .usage(Usage.UNKNOWN)
                .detail("")
                .retries(0)
                .build();
    }

    /** The same text, seen as something else. */
    Response with(Outcome newOutcome, Opinion newOpinion, String newDetail) {
        return ResponseFields.copy(this)
                .outcome(newOutcome)
                .opinion(newOpinion)
                .detail(newDetail)
                .build();
    }
}
