package dev.valuecompass.llm.batch;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.store.BatchBook.BatchedCall;
import dev.valuecompass.llm.store.BatchBook.OpenBatch;
import dev.valuecompass.llm.store.RunStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Has calls answered by the batches of their providers: puts what is wanted together, for as much money as there is, and
 * has {@link BatchWatch} see each batch through. A batch is on the disk before it is sent and its id before it is asked after,
 * so that whatever ends the process, the next one finds the batch again and submits nothing twice. One thread uses it.
 */
public final class ProviderBatches {
    private final Setting setting;
    private final BatchCollector collector;
    private final Timing timing;
    private final Consumer<String> progress;
    private final Map<String, Optional<BatchLane>> lanes = new HashMap<>();
    private final BatchWatch watch;

    /**
     * What a run knows of its endpoints.
     *
     * @param board its budget is the most that is spent
     * @param environment where keys are looked up
     * @param deadline after which nobody waits or sends any more
     */
    public record Setting(
            LeaderboardConfig board, DataFolder data, Map<String, String> environment, Instant deadline) {}

    /** @param collector is told how calls ended that are not in the store */
    public ProviderBatches(Setting setting, BatchCollector collector, Timing timing, Consumer<String> progress) {
        this.setting = setting;
        this.collector = collector;
        this.timing = timing;
        this.progress = progress;
        this.watch = new BatchWatch(this::lane, setting.deadline(), collector, timing, progress);
    }

    /** Why the batches of an endpoint cannot be used, as its provider says; empty when they can. Costs nothing. */
    public static Optional<String> trouble(Endpoint endpoint, DataFolder data, Map<String, String> environment) {
        return BatchLane.trouble(endpoint, data, environment, InstantSource.system());
    }

    /** Waits for what earlier runs left with providers. */
    public void resume(RunStore store) {
        List<OpenBatch> open = store.batches().open();
        if (!open.isEmpty()) {
            progress.accept(
                    open.size() == 1
                            ? "one batch of an earlier run is with its provider"
                            : open.size() + " batches of earlier runs are with their providers");
        }
        watch.await(store, open, false);
    }

    /** Puts what was collected into batches and waits for them; calls that failed in passing go into further ones. */
    public void answer(RunStore store) {
        Map<String, ChatRequest> wanted = new TreeMap<>();
        collector.take().forEach(call -> wanted.put(call.getKey(), call.getValue()));
        BigDecimal spent = store.ledger().spentBefore();
        while (!wanted.isEmpty() && !over()) {
            List<OpenBatch> given = new ArrayList<>();
            for (List<BatchedCall> calls : parts(wanted)) {
                spent = give(store, calls, spent, given);
            }
            List<BatchedCall> again = watch.await(store, given, true);
            wanted.clear();
            for (BatchedCall call : again) {
                wanted.put(call.digest(), BatchLane.request(call));
            }
        }
        // What time ran out on is asked by a later run.
        if (over()) {
            collector.close();
        }
    }

    private boolean over() {
        return Thread.currentThread().isInterrupted()
                || !timing.clock().instant().isBefore(setting.deadline());
    }

    private BatchLane lane(String endpoint) {
        return lanes.computeIfAbsent(
                        endpoint,
                        id -> BatchLane.of(id, setting.board(), setting.data(), setting.environment(), timing.clock()))
                .orElseThrow(() -> new DataException(
                        "leaderboard.yml",
                        "a batch is with the provider of endpoint '" + endpoint
                                + "', which is no endpoint with 'batch: true' any more",
                        "put it back until its batches have ended"));
    }

    /** By endpoint and model, none larger than its provider takes. */
    private List<List<BatchedCall>> parts(Map<String, ChatRequest> wanted) {
        Map<List<String>, List<BatchedCall>> open =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        Map<List<String>, Long> bytes = new HashMap<>();
        List<List<BatchedCall>> parts = new ArrayList<>();
        wanted.forEach((digest, request) -> {
            BatchLane lane = lane(request.endpoint());
            List<String> name = List.of(request.endpoint(), request.model());
            long size = lane.service().line(digest, lane.endpoint().body(request)).length;
            List<BatchedCall> part = open.get(name);
            boolean full = part == null
                    || part.size() >= lane.terms().requests()
                    || bytes.get(name) + size > lane.terms().bytes();
            if (full) {
                part = new ArrayList<>();
                open.put(name, part);
                parts.add(part);
                bytes.put(name, 0L);
            }
            part.add(new BatchedCall(digest, Json.line(request), lane.most(request)));
            bytes.merge(name, size, Long::sum);
        });
        return parts;
    }

    /** Gives away as many of the calls as there is money for. @return what is then spent or put aside */
    private BigDecimal give(RunStore store, List<BatchedCall> calls, BigDecimal spent, List<OpenBatch> given) {
        BigDecimal cap = setting.board().evaluation().budget();
        BigDecimal aside = spent;
        List<BatchedCall> paid = new ArrayList<>();
        for (BatchedCall call : calls) {
            BigDecimal then = aside.add(call.most());
            if (cap != null && then.compareTo(cap) > 0) {
                collector.fail(
                        call.digest(),
                        ChatResult.failed(
                                Outcome.BUDGET_SKIPPED,
                                "not sent: the budget has no room for the most that it can cost in a batch"));
            } else {
                paid.add(call);
                aside = then;
            }
        }
        if (paid.isEmpty()) {
            return spent;
        }
        ChatRequest one = BatchLane.request(paid.get(0));
        OpenBatch batch = new OpenBatch(
                UUID.randomUUID().toString().replace("-", ""),
                one.endpoint(),
                one.model(),
                Optional.empty(),
                timing.clock().instant(),
                paid);
        store.batches().intend(batch);
        given.add(batch);
        return aside;
    }
}
