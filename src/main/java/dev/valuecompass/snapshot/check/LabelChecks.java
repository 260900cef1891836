package dev.valuecompass.snapshot.check;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.value.ValueSystem;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The labels: of known models and items, once each, of the item's dimensions and no others. */
final class LabelChecks {
    /** Ends that leave nothing to read. */
    private static final Set<Outcome> NOTHING_CAME = EnumSet.of(
            Outcome.CONTEXT_OVERFLOW,
            Outcome.PROVIDER_ERROR,
            Outcome.TRANSPORT_ERROR,
            Outcome.UNSCORED,
            Outcome.NOT_LEARNED,
            Outcome.BUDGET_SKIPPED,
            Outcome.CANCELLED);

    private static final String CODES = "+.-" + LabelTable.UNSCORED + LabelTable.NOT_MEASURED;

    private final PeriodRecord record;
    private final PlacedDefects defects;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, ValueSystem> systems;

    LabelChecks(PeriodRecord record, PlacedDefects defects) {
        this.record = record;
        this.defects = defects;
        this.systems = ItemChecks.systems(record.snapshot());
        record.items().stream()
                .map(ItemRecord::item)
                .filter(item -> item != null && item.dimensions() != null)
                .forEach(item -> items.putIfAbsent(item.id(), item));
    }

    void run() {
        Set<String> models =
                record.snapshot().models().stream().map(ModelEntry::id).collect(Collectors.toSet());
        record.labels().forEach((model, rows) -> {
            String file = PeriodFiles.labels(model);
            if (!models.contains(model)) {
                defects.add(file, "", "labels of unknown model '" + model + "'", "add the model or drop its labels");
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < rows.size(); i++) {
                row(file, i, rows.get(i), seen);
            }
            complete(file, rows.size());
        });
    }

    /** Whoever leaves out answers changes scores; and figures are reckoned over all of them, which must fit in memory. */
    private void complete(String file, long rows) {
        RunProvenance run = record.snapshot().run();
        long asked = run == null ? 0 : (long) items.size() * run.samples();
        if (run != null && rows != asked) {
            defects.add(
                    file,
                    "",
                    "has " + rows + " rows for " + items.size() + " items of " + run.samples() + " samples",
                    "every item and sample has one, whatever became of it");
        }
    }

    private void row(String file, int index, LabelRecord row, Set<String> seen) {
        String at = "/" + index;
        if (row.item() == null || row.outcome() == null || row.labels() == null) {
            defects.add(file, at, "a label line without item, outcome or labels", "see docs/snapshot-format.md");
            return;
        }
        if (!seen.add(row.item() + "\n" + row.sample())) {
            defects.add(file, at, "item '" + row.item() + "', sample " + row.sample() + " stands twice", "keep one");
        }
        RunProvenance run = record.snapshot().run();
        if (row.sample() < 0 || run != null && row.sample() >= run.samples()) {
            defects.add(
                    file,
                    at,
                    "sample " + row.sample() + " of item '" + row.item() + "' was never asked for",
                    "samples count from 0 to one less than the run's samples");
        }
        if (row.length() != null && (row.length() < 0 || row.outcome() != Outcome.ANSWERED)) {
            defects.add(
                    file,
                    at,
                    "item '" + row.item() + "' has an answer of length " + row.length() + " and ended as "
                            + row.outcome(),
                    "only an answer has a length, of 0 or more");
        }
        Item item = items.get(row.item());
        if (item == null || !systems.containsKey(item.system())) {
            defects.add(file, at, "labels of unknown item '" + row.item() + "'", "add the item or drop the line");
            return;
        }
        labels(file, at, row, item, systems.get(item.system()).dimensionIds());
    }

    private void labels(String file, String at, LabelRecord row, Item item, List<String> dimensions) {
        String labels = row.labels();
        if (labels.length() != dimensions.size() || !labels.chars().allMatch(code -> CODES.indexOf(code) >= 0)) {
            defects.add(
                    file,
                    at,
                    "labels '" + labels + "' of item '" + row.item() + "' are not " + dimensions.size()
                            + " characters of '" + CODES + "'",
                    "one for each dimension of " + item.system());
            return;
        }
        for (int d = 0; d < dimensions.size(); d++) {
            boolean measured = labels.charAt(d) != LabelTable.NOT_MEASURED;
            if (measured != item.dimensions().contains(dimensions.get(d))) {
                defects.add(
                        file,
                        at,
                        "item '" + row.item() + "' does " + (measured ? "not " : "") + "measure " + dimensions.get(d)
                                + ", its labels '" + labels + "' say otherwise",
                        "a space stands for what the item does not measure");
            }
        }
        unread(file, at, row, item);
    }

    /** What was not read has no label of its own; what a refusal is worth follows from the system and the run. */
    private void unread(String file, String at, LabelRecord row, Item item) {
        RunProvenance run = record.snapshot().run();
        boolean scoresRefusals = run != null && run.filteredConforms() != null;
        if (row.outcome() == Outcome.ANSWERED || !scoresRefusals && !NOTHING_CAME.contains(row.outcome())) {
            return;
        }
        String expected = LabelRecord.unread(
                        systems.get(item.system()),
                        item,
                        row.sample(),
                        row.outcome(),
                        scoresRefusals && run.filteredConforms())
                .labels();
        if (!row.labels().equals(expected)) {
            defects.add(
                    file,
                    at,
                    "item '" + row.item() + "' ended as " + row.outcome() + " and still has labels '" + row.labels()
                            + "'",
                    "they are '" + expected + "': what was not read is '?', and '+' where a refusal is what conforms");
        }
    }
}
