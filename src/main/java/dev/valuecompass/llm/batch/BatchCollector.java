package dev.valuecompass.llm.batch;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Notes what is asked of endpoints whose providers are asked by batches. A call that a batch has, or that failed in one, is
 * not noted again. Safe for many threads.
 */
public final class BatchCollector {
    private final Map<String, ChatRequest> asked = new ConcurrentSkipListMap<>();
    private final Map<String, ChatResult> failed = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The endpoint behind which requests are noted. */
    public Connection before(Connection connection) {
        return connection.answering(request -> {
            String digest = connection.key(request.identity()).digest();
            ChatResult end = failed.get(digest);
            if (end != null) {
                return Attempt.of(end).free();
            }
            if (!closed && !waiting.contains(digest)) {
                asked.put(digest, request);
            }
            return Attempt.failed(Fate.FINAL, Outcome.CANCELLED, "waits for a batch")
                    .free();
        });
    }

    /** What was noted since this was asked for the last time, by the digest of its key. */
    List<Map.Entry<String, ChatRequest>> take() {
        List<Map.Entry<String, ChatRequest>> taken = new ArrayList<>();
        asked.forEach((digest, request) -> taken.add(Map.entry(digest, request)));
        asked.clear();
        return taken;
    }

    /** Whether anything was noted. */
    public boolean wanting() {
        return !asked.isEmpty();
    }

    /** How a call ended for this run. */
    void fail(String digest, ChatResult end) {
        failed.put(digest, end);
    }

    /** A batch has the call, and this run waits for it no longer. */
    void leave(String digest) {
        waiting.add(digest);
    }

    /** Notes nothing any more. */
    public void close() {
        closed = true;
    }
}
