package dev.valuecompass.pipeline;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labels that were frozen where their answers are, and came without these. Of an answer there is a digest, so that what people
 * said of it is still found, and so that two answers to one question are told apart.
 */
public final class FrozenLabels {
    private final int samples;
    private final Map<String, Map<String, ItemRows>> byModel = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final SortedMap<String, List<Account.Brought>> accounts = new TreeMap<>();

    /** @param samples answers that each model was asked for to each item */
    public FrozenLabels(int samples) {
        this.samples = samples;
    }

    /**
     * One row.
     *
     * @param answer first 64 bits of the SHA-256 of the answer; 0 where there is none
     */
    public record FrozenRow(LabelRecord labels, long answer) {}

    /** The rows of one item, by sample; about 70 bytes each. */
    private record ItemRows(LabelRecord[] labels, long[] answers) {}

    /** Adds a row and returns the one that stood there, which stays. */
    public Optional<FrozenRow> add(String model, FrozenRow row) {
        ItemRows rows = byModel.computeIfAbsent(model, id -> new HashMap<>())
                .computeIfAbsent(row.labels().item(), id -> new ItemRows(new LabelRecord[samples], new long[samples]));
        int sample = row.labels().sample();
        if (rows.labels[sample] != null) {
            return Optional.of(new FrozenRow(rows.labels[sample], rows.answers[sample]));
        }
        if (row.labels().labels().chars().anyMatch(label -> Label.isCode((char) label))
                && row.labels().outcome() == Outcome.ANSWERED) {
            read.add(model);
        }
        rows.labels[sample] = row.labels();
        rows.answers[sample] = row.answer();
        return Optional.empty();
    }

    /** Adds what the answers of a model cost. */
    public void add(String model, Account.Brought account) {
        accounts.computeIfAbsent(model, id -> new ArrayList<>()).add(account);
    }

    /** Adds all of another. A row that is here stays. */
    public void add(FrozenLabels other) {
        other.byModel.forEach((model, items) -> items.forEach((item, rows) -> {
            for (int sample = 0; sample < samples; sample++) {
                if (rows.labels[sample] != null) {
                    add(model, new FrozenRow(rows.labels[sample], rows.answers[sample]));
                }
            }
        }));
        other.accounts.forEach((model, brought) -> brought.forEach(one -> add(model, one)));
    }

    /** The same rows, without what they cost. */
    public FrozenLabels withoutAccounts() {
        FrozenLabels rows = new FrozenLabels(samples);
        rows.byModel.putAll(byModel);
        return rows;
    }

    /** Takes out what is said of a model's answers to an item. */
    public void drop(String model, String item) {
        byModel.getOrDefault(model, new HashMap<>()).remove(item);
    }

    /** @param sample from 0 */
    public Optional<FrozenRow> row(String model, String item, int sample) {
        return Optional.ofNullable(byModel.getOrDefault(model, Map.of()).get(item))
                .filter(rows -> sample < samples && rows.labels[sample] != null)
                .map(rows -> new FrozenRow(rows.labels[sample], rows.answers[sample]));
    }

    /** The rows of a model's answers to an item, by sample; empty unless there is one of each. */
    public List<LabelRecord> rows(String model, String item) {
        ItemRows rows = byModel.getOrDefault(model, Map.of()).get(item);
        return rows == null || Arrays.stream(rows.labels).anyMatch(Objects::isNull) ? List.of() : List.of(rows.labels);
    }

    /** The models of which an answer was read for a value. */
    SortedSet<String> read() {
        return new TreeSet<>(read);
    }

    /** By model. */
    SortedMap<String, List<Account.Brought>> accounts() {
        return accounts;
    }
}
