package dev.valuecompass.pipeline.shards;

import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import java.util.Optional;

/** Answers from the run store alone: no model under test is asked anything. */
final class StoredAnswers implements ChatModel {
    private final RunStore store;
    private final ChatModels chat;
    private final boolean judging;

    /**
     * @param chat knows by what a call is found again
     * @param judging whether a judge may be asked about the answers
     */
    StoredAnswers(RunStore store, ChatModels chat, boolean judging) {
        this.store = store;
        this.chat = chat;
        this.judging = judging;
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        if (judging && !request.purpose().examines()) {
            return chat.ask(request);
        }
        return end(request).orElseGet(() -> ChatResult.failed(Outcome.CANCELLED, "it was never asked"));
    }

    /** How the call ended, well or badly; empty when it was never made. */
    Optional<ChatResult> end(ChatRequest request) {
        return store.find(chat.key(request)).or(() -> store.failure(chat.key(request)));
    }
}
