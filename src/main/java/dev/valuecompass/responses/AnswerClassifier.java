package dev.valuecompass.responses;

import dev.valuecompass.io.Mishap;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.ControlTokens;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import java.util.Optional;

/** Makes a response of what came back: an answer that declines, or that is not in the form asked for, is not an answer. */
public final class AnswerClassifier {
    private AnswerClassifier() {}

    /**
     * One that cannot be read, for whatever cause, is unscored.
     *
     * @param item id of the item
     * @param model id of the examinee
     */
    public static Response read(String item, String model, ChatRequest request, ChatResult result) {
        Response plain = ResponseFields.builder()
                .item(item)
                .model(model)
                .sample(request.sample())
                .outcome(result.outcome())
                .text(result.text())
                .opinion(null)
                .modelReported(result.modelReported())
                .usage(result.usage())
                .detail(result.detail())
                .retries(result.retries())
                .build();
        if (result.outcome() != Outcome.ANSWERED) {
            return plain;
        }
        Optional<String> token = ControlTokens.firstIn(result.text());
        if (token.isPresent()) {
            return plain.with(
                    Outcome.UNPARSED, null, "a control token of a chat template is in the answer: " + token.get());
        }
        if (request.purpose() == Purpose.REPLY) {
            return plain;
        }
        try {
            return read(plain, request, result);
        } catch (RuntimeException | Error e) {
            return plain.with(
                    Outcome.UNSCORED,
                    null,
                    "the answer could not be read: " + Mishap.of(e).cause());
        }
    }

    private static Response read(Response plain, ChatRequest request, ChatResult result) {
        if (request.purpose() == Purpose.OPINION) {
            Optional<Opinion> opinion = OpinionParser.parse(result.text());
            if (opinion.isPresent()) {
                return plain.with(Outcome.ANSWERED, opinion.get(), result.detail());
            }
        }
        if (RefusalDetector.refuses(result.text())) {
            return plain.with(Outcome.REFUSED, null, "the text declines the task");
        }
        return request.purpose() == Purpose.OPINION
                ? plain.with(Outcome.UNPARSED, null, "no stance with key points could be found")
                : plain;
    }
}
