package dev.valuecompass.recognition.llm;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.List;

/**
 * A model in the role of a judge.
 *
 * @param model who is asked
 * @param chat the chain that carries the call
 */
public record Judge(Examinee model, ChatModel chat) {
    /** As steady as an endpoint allows; not deterministic all the same. */
    private static final Sampling STEADY = new Sampling(0.0, null, 1_024);

    /** @param attempt from 0; another attempt is another draw */
    public ChatResult ask(Purpose purpose, String prompt, int attempt) {
        return chat.ask(new ChatRequest(
                purpose, model.endpoint(), model.model(), List.of(Message.user(prompt)), STEADY, attempt));
    }
}
