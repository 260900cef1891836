package dev.valuecompass.snapshot.check;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Labels by people: of answers that the period has read, once each, and as their raters say. */
final class GoldChecks {
    private final PeriodRecord record;
    private final PlacedDefects defects;
    private final Map<String, ValueSystem> systems;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<List<Object>, LabelRecord> rows = new HashMap<>();

    GoldChecks(PeriodRecord record, PlacedDefects defects) {
        this.record = record;
        this.defects = defects;
        this.systems = ItemChecks.systems(record.snapshot());
        if (!record.gold().isEmpty()) {
            record.items().stream()
                    .map(ItemRecord::item)
                    .filter(item -> item != null)
                    .forEach(item -> items.putIfAbsent(item.id(), item));
            record.labels()
                    .forEach((model, all) -> all.stream()
                            .filter(row -> row.item() != null && row.labels() != null)
                            .forEach(row -> rows.put(List.of(model, row.item(), row.sample()), row)));
        }
    }

    void run() {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < record.gold().size(); i++) {
            GoldRecord line = record.gold().get(i);
            if (Stream.of(
                            line.model(),
                            line.item(),
                            line.dimension(),
                            line.answer(),
                            line.label(),
                            line.raters(),
                            line.evidence())
                    .anyMatch(Objects::isNull)) {
                add(i, "a gold line with a field missing", "see docs/snapshot-format.md");
            } else if (!seen.add(List.of(line.model(), line.item(), line.sample(), line.dimension()))) {
                add(i, "the gold label of " + name(line) + " stands twice", "keep one");
            } else {
                answer(i, line);
                people(i, line);
            }
        }
    }

    private void answer(int at, GoldRecord line) {
        Item item = items.get(line.item());
        ValueSystem system = item == null ? null : systems.get(item.system());
        LabelRecord row = rows.get(List.of(line.model(), line.item(), line.sample()));
        int place = system == null ? -1 : system.dimensionIds().indexOf(line.dimension());
        boolean read = row != null
                && row.outcome() == Outcome.ANSWERED
                && place >= 0
                && place < row.labels().length()
                && row.labels().charAt(place) != LabelTable.NOT_MEASURED;
        if (!read) {
            add(at, "the gold label of " + name(line) + " is of an answer that nobody read", "drop the line");
        }
        record.cases().getOrDefault(line.model(), List.of()).stream()
                .filter(one -> line.caseId().equals(one.id()) && !line.answer().equals(one.answer()))
                .forEach(one -> add(at, "the answer of " + name(line) + " is not that of its case", "mend the line"));
    }

    private void people(int at, GoldRecord line) {
        boolean known = !line.raters().isEmpty()
                && line.raters().values().stream()
                        .allMatch(vote -> vote != null
                                && (vote.equals(GoldRecord.UNSETTLED)
                                        || vote.length() == 1 && Label.isCode(vote.charAt(0))));
        if (!known) {
            add(at, "raters " + line.raters() + " of " + name(line) + " say no label", "each says +, ., - or ?");
        } else if (!GoldRecord.majority(line.raters()).equals(line.label())) {
            add(
                    at,
                    "the gold label of " + name(line) + " is '" + line.label() + "', its raters say '"
                            + GoldRecord.majority(line.raters()) + "'",
                    "the label is what most raters saw");
        }
        boolean weighs = line.settled() ? line.weight() >= 1 : line.weight() == 0;
        if (!weighs || !Double.isFinite(line.weight())) {
            add(at, "weight " + line.weight() + " of " + name(line) + " cannot be", "1 or more; 0 without a label");
        }
        line.evidence().stream()
                .filter(words ->
                        words == null || words.isEmpty() || !line.answer().contains(words))
                .forEach(words -> add(at, "evidence of " + name(line) + " is not in its answer", "quote the answer"));
    }

    private static String name(GoldRecord line) {
        return line.model() + ", " + line.item() + ", sample " + line.sample() + ", " + line.dimension();
    }

    private void add(int at, String what, String fix) {
        defects.add(PeriodFiles.GOLD, "/" + at, what, fix);
    }
}
