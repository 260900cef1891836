package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.store.RunStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Outermost link: a finished call is read from the store, so it costs no permit, no retry and no money. Of equal calls
 * at the same time one is made and the others wait for it.
 */
final class StoredCalls implements ChatModel {
    private final RunStore store;
    private final Connection connection;
    private final ChatModel next;
    private final LongAdder replayed;
    private final ConcurrentMap<String, CompletableFuture<ChatResult>> underWay = new ConcurrentHashMap<>();

    /** @param replayed counts the calls that the store answered */
    StoredCalls(RunStore store, Connection connection, ChatModel next, LongAdder replayed) {
        this.replayed = replayed;
        this.store = store;
        this.connection = connection;
        this.next = next;
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        CallKey.Identity key = connection.key(request.identity()).identity();
        String digest = key.digest();
        CompletableFuture<ChatResult> mine = new CompletableFuture<>();
        CompletableFuture<ChatResult> other = underWay.putIfAbsent(digest, mine);
        if (other != null) {
            return await(other);
        }
        try {
            ChatResult result = findOrAsk(key, request);
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(digest);
        }
    }

    private ChatResult findOrAsk(CallKey.Identity key, ChatRequest request) {
        Optional<ChatResult> stored = store.find(key).filter(kept -> !request.outgrows(kept));
        if (stored.isPresent()) {
            replayed.increment();
            return stored.get();
        }
        ChatResult result = next.ask(request);
        store.save(key, result);
        return result;
    }

    private static ChatResult await(CompletableFuture<ChatResult> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
