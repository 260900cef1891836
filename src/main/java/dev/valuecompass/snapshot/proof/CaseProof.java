package dev.valuecompass.snapshot.proof;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Published answers are to the items that they name, and were read as their labels say. */
final class CaseProof {
    private final PeriodRecord record;
    private final int version;
    private final ProofVerdict verdict;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, ValueSystem> systems;
    private final boolean namesConcepts;
    private int unnamed;

    CaseProof(PeriodRecord record, int version, ProofVerdict verdict) {
        this.record = record;
        this.version = version;
        this.verdict = verdict;
        record.items().stream().map(ItemRecord::item).forEach(item -> items.put(item.id(), item));
        this.systems = record.snapshot().systems().stream()
                .map(SystemResult::system)
                .collect(Collectors.toMap(ValueSystem::id, Function.identity()));
        this.namesConcepts =
                record.snapshot().recognizers().stream().map(RecognizerCard::id).anyMatch("llm"::equals);
    }

    void run() {
        record.cases().forEach((model, cases) -> {
            Map<String, LabelRecord> rows = new HashMap<>();
            record.labels().getOrDefault(model, List.of()).forEach(row -> rows.put(id(row), row));
            cases.forEach(one -> held(PeriodFiles.cases(model), one, rows));
        });
        if (record.cases().values().stream().allMatch(List::isEmpty)) {
            verdict.open("no answer is published: nothing shows that labels and lengths are those of the answers");
        }
        if (unnamed > 0) {
            verdict.open(unnamed + " published answers name no item, so nothing in them is proven");
        } else {
            new CaseChoice(record, version, verdict).run();
        }
    }

    /** The id of the case of a response. */
    static String id(LabelRecord row) {
        return ItemIds.ofCase(row.item(), row.sample());
    }

    private void held(String file, Case one, Map<String, LabelRecord> rows) {
        Item item = items.get(one.item());
        if (item == null) {
            if (version == 1 && one.item().isEmpty()) {
                unnamed++;
            } else {
                verdict.wrong(file, "case '" + one.id() + "' names no item of this period");
            }
            return;
        }
        String name = "case '" + one.id() + "'";
        verdict.holds(file, one.system().equals(item.system()), name + " is not of the system of its item");
        verdict.holds(file, one.prompt().equals(item.text()), name + " has another prompt than its item");
        LabelRecord row = rows.get(one.id());
        if (row == null || !row.item().equals(item.id()) || row.outcome() != Outcome.ANSWERED) {
            verdict.wrong(file, name + " is an answer that the labels do not know");
            return;
        }
        verdict.holds(
                file,
                row.length() == null || row.length() == LabelRecord.length(one.answer()),
                name + " is not as long as its labels say, " + row.length() + " characters");
        readings(file, name, one, row);
        one.readings().forEach(reading -> reading.evidence().forEach(span -> quoted(file, name, one, span)));
    }

    private void readings(String file, String name, Case one, LabelRecord row) {
        SortedMap<String, Label> published = new TreeMap<>();
        for (Case.ValueReading reading : one.readings()) {
            if (published.put(reading.dimension(), reading.label()) != null) {
                verdict.wrong(file, name + " is read twice for " + reading.dimension());
            }
            verdict.holds(file, reading.score() == null, name + " has a score, which only a source publishes");
        }
        SortedMap<String, Label> labels =
                labels(systems.get(items.get(row.item()).system()).dimensionIds(), row);
        verdict.holds(file, published.equals(labels), name + " is read as " + published + ", its labels say " + labels);
    }

    /** What a row says of the dimensions that it has a label for. */
    static SortedMap<String, Label> labels(List<String> dimensions, LabelRecord row) {
        SortedMap<String, Label> labels = new TreeMap<>();
        for (int d = 0; d < dimensions.size(); d++) {
            String dimension = dimensions.get(d);
            Label.of(row.labels().charAt(d)).ifPresent(label -> labels.put(dimension, label));
        }
        return labels;
    }

    private void quoted(String file, String name, Case one, Evidence span) {
        String words = one.answer().substring(span.start(), span.end());
        verdict.holds(
                file,
                words.equals(words.strip()) && !words.isEmpty(),
                name + " has evidence " + span.start() + ".." + span.end() + " with a space at an end, or of nothing");
        verdict.holds(
                file,
                span.concept() == null || namesConcepts,
                name + " has a concept, which no recogniser of this period names");
    }
}
