package dev.valuecompass.recognition.llm;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Roles;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.List;

/**
 * A model in the role of a judge.
 *
 * @param model who is asked
 * @param chat the chain that carries the call
 * @param maxTokens the longest verdict, with what the model thinks before it
 */
public record Judge(Examinee model, ChatModel chat, int maxTokens) {
    /** As steady as an endpoint allows; not deterministic all the same. */
    private static final double TEMPERATURE = 0;

    /** With the usual limit. */
    public Judge(Examinee model, ChatModel chat) {
        this(model, chat, Roles.JUDGE_MAX_TOKENS);
    }

    /** @param attempt from 0; another attempt is another draw */
    ChatResult ask(Purpose purpose, String prompt, int attempt) {
        return chat.ask(new ChatRequest(
                purpose,
                model.endpoint(),
                model.model(),
                List.of(Message.user(prompt)),
                new Sampling(TEMPERATURE, null, maxTokens, model.settings().parameters()),
                attempt));
    }

    /** The name by which its endpoint knows it and how it is asked, for the version of a recogniser. */
    String name() {
        Examinee.Settings settings = model.settings();
        return model.model() + (settings.parameters().isEmpty() ? "" : " " + settings.json());
    }

    /** How a call ended that gave no verdict, and what to do about it. */
    String ending(ChatResult result) {
        String ending = result.outcome() + (result.detail().isEmpty() ? "" : " " + result.detail());
        return result.outcome() == Outcome.TRUNCATED
                ? ending + ": " + model.id() + " may write " + maxTokens
                        + " tokens, its thoughts included; raise 'judge-max-tokens' in 'roles'"
                : ending;
    }
}
