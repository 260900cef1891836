package dev.valuecompass.pipeline.plan;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.StoreView;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run would find in its store, so that it need not be asked or paid again. */
final class StoredWork implements AutoCloseable {
    private final Optional<StoreView> store;
    private final Optional<ChatModels> chat;

    private StoredWork(Optional<StoreView> store, Optional<ChatModels> chat) {
        this.store = store;
        this.chat = chat;
    }

    /** As if nothing had been asked yet. */
    static StoredWork nothing() {
        return new StoredWork(Optional.empty(), Optional.empty());
    }

    /** @throws dev.valuecompass.io.DataException when there is a store that cannot be read */
    static StoredWork of(RunSetting setting) {
        Optional<StoreView> store = StoreView.open(setting.store(), setting.overrides());
        return new StoredWork(
                store, store.map(found -> ChatModels.withoutStore(setting.leaderboard(), setting.data(), Map.of())));
    }

    boolean holds(ChatRequest request) {
        return store.isPresent() && store.get().holds(chat.orElseThrow().key(request));
    }

    /** All calls of a model, whatever they were made for. */
    long calls(Examinee model, Endpoint endpoint) {
        ChatRequest any = new ChatRequest(
                Purpose.DOCTOR,
                endpoint.id(),
                model.model(),
                List.of(Message.user("")),
                new Sampling(null, null, 1),
                0);
        return store.isPresent() ? store.get().calls(chat.orElseThrow().key(any)) : 0;
    }

    /** Dollars booked by earlier runs. */
    BigDecimal spent() {
        return store.map(StoreView::spent).orElse(BigDecimal.ZERO);
    }

    @Override
    public void close() {
        store.ifPresent(StoreView::close);
        chat.ifPresent(ChatModels::close);
    }
}
