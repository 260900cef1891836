package dev.valuecompass.llm.batch;

import dev.valuecompass.io.FileFault;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sees batches through that stand in the run store: sends those without an id once, asks after them until they have ended or time
 * is up, and brings in what they gave. One thread uses it.
 */
final class BatchWatch {
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration LAST_LOOK = Duration.ofMinutes(1);

    /** So long a batch that was given may not yet stand in its provider's list. */
    private static final Duration UNLISTED = Duration.ofSeconds(10);

    private final Function<String, BatchLane> lanes;
    private final Instant deadline;
    private final BatchCollector collector;
    private final Timing timing;
    private final Consumer<String> progress;
    private final Map<String, List<String>> errors = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();

    /**
     * @param lanes how an endpoint is reached, by its id
     * @param deadline after which nobody waits any more
     * @param collector is told how calls ended that are not in the store
     */
    BatchWatch(
            Function<String, BatchLane> lanes,
            Instant deadline,
            BatchCollector collector,
            Timing timing,
            Consumer<String> progress) {
        this.lanes = lanes;
        this.deadline = deadline;
        this.collector = collector;
        this.timing = timing;
        this.progress = progress;
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
    List<BatchedCall> await(RunStore store, List<OpenBatch> open, boolean unsent) {
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
        if (!timing.clock().instant().plus(pause).isBefore(deadline)) {
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
        BatchLane lane = lanes.apply(one.batch.endpoint());
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
                                .line(call.digest(), lane.endpoint().body(BatchLane.request(call))));
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
