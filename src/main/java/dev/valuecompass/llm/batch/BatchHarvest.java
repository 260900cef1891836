package dev.valuecompass.llm.batch;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.openai.ServiceTrouble;
import dev.valuecompass.llm.store.BatchBook.BatchedCall;
import dev.valuecompass.llm.store.BatchBook.OpenBatch;
import dev.valuecompass.llm.store.RunStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings what an ended batch gave into the store. Done again after a crash, it comes out the same. */
record BatchHarvest(BatchLane lane, OpenBatch batch, BatchService.Standing standing) {
    private static final int FINE = 200;

    /** What came of a batch. */
    record Yield(int answered, int failed, BigDecimal dollars, String state) {
        String text() {
            return "%s: %d answered, %d failed, $%s"
                    .formatted(
                            state,
                            answered,
                            failed,
                            dollars.setScale(4, RoundingMode.HALF_UP).toPlainString());
        }
    }

    /**
     * @param collector is told of calls that failed for this run
     * @param errors earlier failures of calls by digest, to which those of this batch are added
     * @param again is given calls that may go into a further batch
     * @return empty when the results are another batch's
     */
    Optional<Yield> into(
            RunStore store, BatchCollector collector, Map<String, List<String>> errors, List<BatchedCall> again) {
        Map<String, ResultLine> lines = lines();
        Set<String> mine =
                batch.calls().stream().map(BatchedCall::digest).collect(Collectors.toCollection(HashSet::new));
        if (!lines.isEmpty() && lines.keySet().stream().noneMatch(mine::contains)) {
            return Optional.empty();
        }
        BigDecimal dollars = BigDecimal.ZERO;
        int answered = 0;
        for (BatchedCall call : batch.calls()) {
            ChatRequest request = BatchLane.request(call);
            Attempt attempt = attempt(request, lines.get(call.digest()));
            dollars = dollars.add(lane.cost(request, attempt, call.most()));
            answered += attempt.result().outcome().isKept() ? 1 : 0;
            end(store, collector, errors, again, new Ended(call, request, attempt));
        }
        store.batches().end(batch.marker(), dollars);
        return Optional.of(new Yield(answered, batch.calls().size() - answered, dollars, standing.state()));
    }

    private record Ended(BatchedCall call, ChatRequest request, Attempt attempt) {}

    private void end(
            RunStore store,
            BatchCollector collector,
            Map<String, List<String>> errors,
            List<BatchedCall> again,
            Ended ended) {
        String digest = ended.call().digest();
        ChatResult result = ended.attempt().result();
        if (result.outcome().isKept()) {
            // What failed in a batch before was asked anew, as the next run would: it is no retry of this answer.
            store.saveSoon(lane.endpoint().key(ended.request().identity()), result);
            if (ended.request().outgrows(result)) {
                collector.fail(digest, result);
            }
            return;
        }
        List<String> all = new ArrayList<>(errors.getOrDefault(digest, List.of()));
        if (ended.attempt().fate() != Fate.FINAL) {
            all.add(result.detail());
        }
        errors.put(digest, all);
        boolean passing =
                ended.attempt().fate() != Fate.FINAL && ended.attempt().fate() != Fate.HOPELESS;
        if (passing && all.size() <= lane.retries()) {
            again.add(ended.call());
        } else {
            collector.fail(digest, result.after(all));
        }
    }

    private Attempt attempt(ChatRequest request, ResultLine line) {
        if (line == null) {
            Attempt lost = Attempt.failed(
                    standing.retry() ? Fate.TRANSIENT : Fate.FINAL,
                    Outcome.PROVIDER_ERROR,
                    "its batch has no result of it: " + standing.state());
            return standing.complete() ? lost : lost.free();
        }
        Attempt read = lane.endpoint().reply(request, line.status(), line.body());
        boolean stopped = !standing.retry() && read.fate() != Fate.FINAL;
        return stopped ? new Attempt(read.result(), Fate.FINAL, null, null, read.unbilled()) : read;
    }

    /** Results by the digest of their calls; what is no result is passed over, so that its call counts as lost. */
    private Map<String, ResultLine> lines() {
        Map<String, ResultLine> lines = new HashMap<>();
        Path folder = temporary();
        Path file = folder.resolve("results.jsonl");
        try {
            standing.files().forEach(name -> fetch(name, file));
            if (Files.exists(file)) {
                JsonLines.forEachLine(file, (line, number) -> read(line, lines));
            }
        } finally {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw FileFault.writing(folder, e);
            }
        }
        return lines;
    }

    /** A file that the provider has no more answers nothing, and never will. */
    private void fetch(String name, Path file) {
        try {
            lane.service().fetch(name, file);
        } catch (ServiceTrouble e) {
            if (!e.missing()) {
                throw e;
            }
        }
    }

    private static void read(String text, Map<String, ResultLine> lines) {
        try {
            ResultLine line = ResultLine.read(text);
            ResultLine known = lines.get(line.id());
            if (known == null || known.status() != FINE && line.status() == FINE) {
                lines.put(line.id(), line);
            }
        } catch (DataException e) {
            // No result; whoever asked for it counts as lost.
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("compass-batch");
        } catch (IOException e) {
            throw FileFault.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }
}
