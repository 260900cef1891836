package dev.valuecompass.snapshot;

import java.util.List;
import java.util.Map;

/**
 * A period as a whole, as the pipeline or an importer hands it over for freezing.
 *
 * @param items empty when the source does not publish them
 * @param labels by model id; empty when the source does not publish them
 * @param cases by model id
 * @param gold labels by people; empty where nobody labelled
 */
public record PeriodRecord(
        Snapshot snapshot,
        List<ItemRecord> items,
        Map<String, List<LabelRecord>> labels,
        Map<String, List<Case>> cases,
        List<GoldRecord> gold) {

    /** Without labels by people. */
    public PeriodRecord(
            Snapshot snapshot,
            List<ItemRecord> items,
            Map<String, List<LabelRecord>> labels,
            Map<String, List<Case>> cases) {
        this(snapshot, items, labels, cases, List.of());
    }

    /** Whether there is a single figure in it: a period without one says nothing and is not frozen. */
    public boolean scored() {
        return snapshot.systems().stream()
                .flatMap(system -> system.scores().stream())
                .anyMatch(cell -> cell.conformity() != null || cell.winRate() != null);
    }

    /** The same items, labels, cases and gold under another snapshot. */
    public PeriodRecord withSnapshot(Snapshot other) {
        return new PeriodRecord(other, items, labels, cases, gold);
    }
}
