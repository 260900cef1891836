package dev.valuecompass.snapshot;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.ProvenanceFields;
import dev.valuecompass.recognition.RecognizerCard;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one form of a period that is frozen: every number rounded by {@link Rounding}, everything in a stated order, so that
 * the same results give the same bytes.
 */
public final class Canonical {
    private Canonical() {}

    /** Rounded and sorted as it is frozen. */
    public static PeriodRecord of(PeriodRecord record) {
        PeriodRecord rounded = Rounding.frozen(record);
        Snapshot snapshot = sorted(rounded.snapshot());
        Map<String, Integer> systems = order(
                snapshot.systems().stream().map(result -> result.system().id()).toList());
        List<ItemRecord> items = rounded.items().stream()
                .map(item -> dated(sorted(item), snapshot.period()))
                .sorted(comparingInt(
                                (ItemRecord item) -> place(systems, item.item().system()))
                        .thenComparing(item -> item.item().id()))
                .toList();
        Map<String, Integer> itemOrder =
                order(items.stream().map(item -> item.item().id()).toList());
        return new PeriodRecord(
                snapshot,
                items,
                sorted(
                        rounded.labels(),
                        comparingInt((LabelRecord row) -> place(itemOrder, row.item()))
                                .thenComparing(LabelRecord::item)
                                .thenComparing(LabelRecord::sample)),
                sorted(
                        rounded.cases(),
                        comparingInt((Case row) -> place(systems, row.system())).thenComparing(Case::id)),
                sorted(rounded.gold(), GoldRecord.ORDER));
    }

    /** A figure as it is frozen. */
    public static ScoreCell of(ScoreCell cell) {
        return Rounding.frozen(cell);
    }

    /** A line as it is frozen. */
    public static ItemRecord of(ItemRecord record) {
        return sorted(Rounding.frozen(record));
    }

    private static Snapshot sorted(Snapshot s) {
        return SnapshotFields.copy(s)
                .systems(s.systems().stream().map(Canonical::sorted).toList())
                .models(sorted(s.models(), comparing(ModelEntry::id)))
                .notEvaluated(sorted(s.notEvaluated(), comparing(Snapshot.NotEvaluated::name)))
                .recognizers(sorted(s.recognizers(), comparing(RecognizerCard::id)))
                .cultureFigures(sorted(
                        s.cultureFigures(),
                        comparing(Snapshot.CultureFigure::model)
                                .thenComparing(Snapshot.CultureFigure::country)
                                .thenComparing(Snapshot.CultureFigure::formula)))
                .build();
    }

    private static SystemResult sorted(SystemResult result) {
        Map<String, Integer> dimensions = order(result.system().dimensionIds());
        List<ScoreCell> scores = sorted(
                result.scores(),
                comparing(ScoreCell::model)
                        .thenComparing(cell -> place(dimensions, cell.dimension()))
                        .thenComparing(ScoreCell::dimension));
        return new SystemResult(result.system(), result.items(), scores, result.evolved(), result.evolution());
    }

    private static ItemRecord sorted(ItemRecord record) {
        Item item = record.item();
        Provenance from = item.provenance();
        return record.with(item.from(ProvenanceFields.copy(from)
                .countries(sorted(from.countries(), Comparator.naturalOrder()))
                .years(sorted(from.years(), Comparator.naturalOrder()))
                .build()));
    }

    private static <T> List<T> sorted(List<T> list, Comparator<? super T> by) {
        return list.stream().sorted(by).toList();
    }

    private static <T> SortedMap<String, List<T>> sorted(Map<String, List<T>> byModel, Comparator<T> by) {
        SortedMap<String, List<T>> sorted = new TreeMap<>();
        byModel.forEach((model, rows) -> sorted.put(model, sorted(rows, by)));
        return sorted;
    }

    /** An item that does not say in which period it first appeared first appears in this one. */
    private static ItemRecord dated(ItemRecord record, String period) {
        Item item = record.item();
        return item.provenance().period().isEmpty()
                ? record.with(item.from(item.provenance().in(period)))
                : record;
    }

    private static Map<String, Integer> order(List<String> ids) {
        Map<String, Integer> order = new HashMap<>();
        ids.forEach(id -> order.putIfAbsent(id, order.size()));
        return order;
    }

    private static int place(Map<String, Integer> order, String id) {
        return order.getOrDefault(id, Integer.MAX_VALUE);
    }
}
