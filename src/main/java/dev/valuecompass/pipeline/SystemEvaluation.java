package dev.valuecompass.pipeline;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks every model every item of one system and reads what comes back. Models run side by side, so that a slow or dead
 * provider holds up nobody but itself (R18); what is kept of a response is its labels and, for a few, the case.
 */
final class SystemEvaluation {
    private final Interview interview;
    private final ResponseReader reader;
    private final AnswerSampling sampling;
    private final Consumer<Case> read;
    private final AccountKeeper accounts;
    private final FrozenLabels frozen;

    /**
     * @param read is given each answer that was read
     * @param frozen of what is in it, nobody is asked
     */
    SystemEvaluation(
            Interview interview,
            ResponseReader reader,
            AnswerSampling sampling,
            Consumer<Case> read,
            AccountKeeper accounts,
            FrozenLabels frozen) {
        this.interview = interview;
        this.reader = reader;
        this.sampling = sampling;
        this.read = read;
        this.accounts = accounts;
        this.frozen = frozen;
    }

    EvaluatedSystem run(ItemSets set, List<Examinee> examinees) {
        ExecutorService models = Executors.newFixedThreadPool(examinees.size());
        try {
            Map<String, Future<List<LabelRecord>>> running = new TreeMap<>();
            for (Examinee examinee : examinees) {
                running.put(examinee.id(), models.submit(() -> one(set, examinee)));
            }
            SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
            running.forEach((id, rows) -> labels.put(id, await(rows)));
            return new EvaluatedSystem(set.system(), set.items(), sampling.samples(), labels);
        } finally {
            models.shutdownNow();
        }
    }

    /** One row of labels for each item and sample, in that order, whatever the order of arrival. */
    private List<LabelRecord> one(ItemSets set, Examinee examinee) {
        Map<String, Item> items = set.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        Map<String, Integer> places = places(set.items());
        LabelRecord[] labels = new LabelRecord[set.items().size() * sampling.samples()];
        List<Item> open = new ArrayList<>();
        for (Item item : set.items()) {
            List<LabelRecord> rows = frozen.rows(examinee.id(), item.id());
            rows.forEach(row -> {
                labels[places.get(row.item()) * sampling.samples() + row.sample()] = row;
                accounts.add(examinee, row);
            });
            if (rows.isEmpty()) {
                open.add(item);
            }
        }
        if (!open.isEmpty()) {
            interview.ask(examinee, set.system(), open, sampling, response -> {
                ResponseReader.LabelledResponse labelled =
                        reader.read(set.system(), items.get(response.item()), response);
                labels[places.get(response.item()) * sampling.samples() + response.sample()] = labelled.labels();
                labelled.asCase().ifPresent(read);
                accounts.add(examinee, labelled);
            });
        }
        return List.of(labels);
    }

    private static Map<String, Integer> places(List<Item> items) {
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            places.put(items.get(i).id(), i);
        }
        return places;
    }

    private static List<LabelRecord> await(Future<List<LabelRecord>> labels) {
        try {
            return new ArrayList<>(labels.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        }
    }
}
