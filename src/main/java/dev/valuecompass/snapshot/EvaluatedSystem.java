package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Topics;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.ResampledUnit;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One system as it was evaluated: everything that its published figures follow from.
 *
 * @param samples answers that each model was asked for to each item
 * @param labels by model id, one row for each item and sample
 */
public record EvaluatedSystem(
        ValueSystem system, List<Item> items, int samples, SortedMap<String, List<LabelRecord>> labels) {

    /** The system as a frozen period tells of it; the period was evaluated, so it says how. */
    public static EvaluatedSystem of(PeriodRecord record, ValueSystem system) {
        List<Item> items = record.items().stream()
                .map(ItemRecord::item)
                .filter(item -> item.system().equals(system.id()))
                .toList();
        Set<String> ids = items.stream().map(Item::id).collect(Collectors.toSet());
        SortedMap<String, List<LabelRecord>> labels = new TreeMap<>();
        record.labels().forEach((model, rows) -> {
            List<LabelRecord> ofSystem =
                    rows.stream().filter(row -> ids.contains(row.item())).toList();
            if (!ofSystem.isEmpty()) {
                labels.put(model, ofSystem);
            }
        });
        return new EvaluatedSystem(system, items, record.snapshot().run().samples(), labels);
    }

    /**
     * Without the models of which too little could be scored: what is left of their answers is a selection, and figures
     * that rest on it do not compare.
     *
     * @param minimum share of a model's responses, in [0, 1]
     */
    public EvaluatedSystem covered(double minimum) {
        SortedMap<String, List<LabelRecord>> enough = new TreeMap<>(labels);
        enough.values().removeIf(rows -> !LabelRecord.enough(rows, minimum));
        return new EvaluatedSystem(system, items, samples, enough);
    }

    /** The labels as scores take them. @param drawn what resamples draw as a whole */
    public LabelTable table(ResampledUnit drawn) {
        List<String> ids = items.stream().map(Item::id).toList();
        List<String> models = List.copyOf(labels.keySet());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        LabelTable table = new LabelTable(
                system.id(),
                system.dimensionIds(),
                ids,
                models,
                samples,
                drawn == ResampledUnit.TOPIC ? Topics.of(items) : ids);
        for (int m = 0; m < models.size(); m++) {
            for (LabelRecord row : labels.get(models.get(m))) {
                table.set(places.get(row.item()), m, row.sample(), row.labels());
            }
        }
        return table;
    }
}
