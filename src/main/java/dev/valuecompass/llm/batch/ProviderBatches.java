package dev.valuecompass.llm.batch;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.openai.ServiceTrouble;
import dev.valuecompass.llm.store.BatchBook.BatchedCall;
import dev.valuecompass.llm.store.BatchBook.OpenBatch;
import dev.valuecompass.llm.store.RunStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Has calls answered by the batches of their providers. A batch is on the disk before it is sent and its id before it is
 * asked after, so that whatever ends the process, the next one finds the batch again and submits nothing twice. One
 * thread uses it.
 */
public final class ProviderBatches {
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration LAST_LOOK = Duration.ofMinutes(1);

    /** So long a batch that was given may not yet stand in its provider's list. */
    private static final Duration UNLISTED = Duration.ofSeconds(10);

    private final Setting setting;
    private final BatchCollector collector;
    private final Timing timing;
    private final Consumer<String> progress;
    private final Map<String, Optional<BatchLane>> lanes = new HashMap<>();
    private final Map<String, List<String>> errors = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private long answers;

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
    }

    /** Why the batches of an endpoint cannot be used, as its provider says; empty when they can. Costs nothing. */
    public static Optional<String> trouble(Endpoint endpoint, DataFolder data, Map<String, String> environment) {
        return BatchLane.trouble(endpoint, data, environment, InstantSource.system());
    }

    /** Calls that came back answered. */
    public long answers() {
        return answers;
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
        await(store, open, false);
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
            List<BatchedCall> again = await(store, given, true);
            wanted.clear();
            for (BatchedCall call : again) {
                wanted.put(call.digest(), request(call));
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
                        0,
                        "a batch is with the provider of endpoint '" + endpoint
                                + "', which is no endpoint with 'batch: true' any more",
                        "put it back until its batches have ended"));
    }

    private static ChatRequest request(BatchedCall call) {
        return Json.parse(call.request(), ChatRequest.class, "batched request");
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
        ChatRequest one = request(paid.get(0));
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

    /** A batch, and what this process has tried. */
    private static final class Watched {
        private OpenBatch batch;
        private boolean unsent;
        private Instant tried;
        private int tries;
        private ServiceTrouble trouble;
        private boolean dropped;
        private String told;
        private long done = -1;

        /** @param unsent whether it is sure that no process has sent it */
        Watched(OpenBatch batch, boolean unsent, Instant now) {
            this.batch = batch;
            this.unsent = unsent;
            this.tried = now;
        }
    }

    /** Sends what has no id, and waits until all have ended or time is up. @return calls to be put into further batches */
    private List<BatchedCall> await(RunStore store, List<OpenBatch> open, boolean unsent) {
        List<BatchedCall> again = new ArrayList<>();
        List<Watched> watched = new ArrayList<>();
        open.forEach(
                batch -> watched.add(new Watched(batch, unsent, timing.clock().instant())));
        Duration pause = FIRST_LOOK;
        boolean patient = true;
        while (!watched.isEmpty() && patient) {
            for (Watched one : List.copyOf(watched)) {
                try {
                    if (advance(store, one, again)) {
                        watched.remove(one);
                    }
                } catch (ServiceTrouble e) {
                    if (!e.getMessage().equals(one.told)) {
                        one.told = e.getMessage();
                        progress.accept("warning: " + name(one.batch) + ": " + e.getMessage()
                                + (e.passing() ? "; asking again" : ""));
                    }
                    if (!e.passing()) {
                        watched.remove(one);
                        one.batch.calls().forEach(call -> collector.leave(call.digest()));
                    }
                }
            }
            patient = watched.isEmpty() || slept(pause);
            pause = pause.multipliedBy(2).compareTo(LAST_LOOK) > 0 ? LAST_LOOK : pause.multipliedBy(2);
        }
        for (Watched one : watched) {
            progress.accept(name(one.batch) + " goes on without this run; the same command asks after it");
            one.batch.calls().forEach(call -> collector.leave(call.digest()));
        }
        return again;
    }

    private boolean slept(Duration pause) {
        if (!timing.clock().instant().plus(pause).isBefore(setting.deadline())) {
            return false;
        }
        try {
            timing.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String name(OpenBatch batch) {
        return "batch " + batch.id().orElse("without an id yet") + " of " + batch.model() + " at " + batch.endpoint();
    }

    /** One step with a batch. @return whether it is over */
    private boolean advance(RunStore store, Watched one, List<BatchedCall> again) {
        BatchLane lane = lane(one.batch.endpoint());
        if (one.batch.id().isEmpty() && !identified(store, one, lane)) {
            return one.dropped;
        }
        BatchService.Standing standing;
        try {
            standing = lane.service().look(one.batch.id().orElseThrow());
        } catch (ServiceTrouble e) {
            if (!e.missing()) {
                throw e;
            }
            standing = new BatchService.Standing(true, true, false, 0, "its provider has it no more", List.of());
        }
        if (!standing.ended()) {
            tell(one, standing);
            return forgotten(one, lane);
        }
        return new BatchHarvest(lane, one.batch, standing)
                .into(store, collector, errors, again)
                .map(harvest -> {
                    answers += harvest.answered();
                    progress.accept(name(one.batch) + " " + harvest.text());
                    return true;
                })
                .orElseGet(() -> {
                    strangers.add(one.batch.id().orElseThrow());
                    identify(store, one, Optional.empty());
                    return false;
                });
    }

    /** Whether the batch should have ended long ago, so that this run waits for it no longer. */
    private boolean forgotten(Watched one, BatchLane lane) {
        Duration twice = Duration.ofHours(2L * lane.terms().hours());
        boolean late = timing.clock().instant().isAfter(one.batch.made().plus(twice));
        if (late) {
            progress.accept("warning: " + name(one.batch) + " has not ended after " + twice.toHours()
                    + " hours; ask the provider, or cancel it there");
            one.batch.calls().forEach(call -> collector.leave(call.digest()));
        }
        return late;
    }

    private void tell(Watched one, BatchService.Standing standing) {
        if (standing.done() != one.done) {
            one.done = standing.done();
            progress.accept(name(one.batch) + ": " + standing.done() + " of "
                    + one.batch.calls().size() + " done, " + standing.state());
        }
    }

    private static void identify(RunStore store, Watched one, Optional<String> id) {
        OpenBatch before = one.batch;
        store.batches().submitted(before.marker(), id);
        one.batch =
                new OpenBatch(before.marker(), before.endpoint(), before.model(), id, before.made(), before.calls());
    }

    /** Sees to it that the provider has the batch once, and its id is on the disk. @return whether it is */
    private boolean identified(RunStore store, Watched one, BatchLane lane) {
        if (one.unsent) {
            return sent(store, one, lane);
        }
        Set<String> known = store.batches().ids();
        known.addAll(strangers);
        Optional<String> found = lane.service()
                .find(new BatchService.LostBatch(
                        one.batch.marker(), one.batch.made(), one.batch.calls().size(), known));
        if (found.isPresent()) {
            identify(store, one, found);
            return true;
        }
        boolean perhapsUnlisted = timing.clock().instant().isBefore(one.tried.plus(UNLISTED));
        if (!perhapsUnlisted && one.trouble != null && one.tries > lane.retries()) {
            drop(store, one, one.trouble);
            return false;
        }
        return !perhapsUnlisted && sent(store, one, lane);
    }

    private boolean sent(RunStore store, Watched one, BatchLane lane) {
        one.unsent = false;
        one.tries++;
        try (Lines lines = Lines.of(one.batch, lane)) {
            String id = lane.service().submit(one.batch.marker(), one.batch.model(), lines.file());
            identify(store, one, Optional.of(id));
            progress.accept(name(one.batch) + ": " + one.batch.calls().size() + " requests given");
            return true;
        } catch (ServiceTrouble e) {
            if (!e.passing()) {
                drop(store, one, e);
            }
            one.trouble = e;
            return false;
        } finally {
            one.tried = timing.clock().instant();
        }
    }

    private void drop(RunStore store, Watched one, ServiceTrouble why) {
        one.dropped = true;
        store.batches().end(one.batch.marker(), BigDecimal.ZERO);
        progress.accept("warning: " + name(one.batch) + " was not taken: " + why.getMessage());
        one.batch
                .calls()
                .forEach(call -> collector.fail(
                        call.digest(),
                        ChatResult.failed(Outcome.PROVIDER_ERROR, "its batch was not taken: " + why.getMessage())));
    }

    /** The requests of a batch in a file that goes when it is closed. */
    private record Lines(Path folder, Path file) implements AutoCloseable {
        static Lines of(OpenBatch batch, BatchLane lane) {
            try {
                Path folder = Files.createTempDirectory("compass-batch");
                Lines lines = new Lines(folder, folder.resolve("requests.jsonl"));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines.file()))) {
                    for (BatchedCall call : batch.calls()) {
                        out.write(lane.service()
                                .line(call.digest(), lane.endpoint().body(request(call))));
                    }
                }
                return lines;
            } catch (IOException e) {
                throw FileFault.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw FileFault.writing(folder, e);
            }
        }
    }
}
