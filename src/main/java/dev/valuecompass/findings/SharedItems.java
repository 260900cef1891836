package dev.valuecompass.findings;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Topics;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the items that two periods share say of the models that both asked: with the same questions, a change is one of the
 * models. An item is the same when its text, system and dimensions are.
 *
 * @param system id
 * @param models that answered both times
 * @param change of the share of labels that express a value, in points, over items that were scored both times; null when
 *     there is none
 * @param byModel the same for each model, by id; a model without an item scored both times is left out
 */
public record SharedItems(String system, List<String> models, MeanChange change, List<ModelChange> byModel) {

    /** @param before share in the earlier period, in percent, over the shared items @param after the same now */
    public record ModelChange(String model, double before, double after, int items) {}

    /** @param level of the intervals, in (0, 1) */
    public static SharedItems of(String system, PeriodRecord before, PeriodRecord after, double level) {
        Map<String, String> pairs = pairs(system, before, after);
        TreeSet<String> models = new TreeSet<>(before.labels().keySet());
        models.retainAll(after.labels().keySet());
        Map<String, List<double[]>> byItem = new HashMap<>();
        List<ModelChange> byModel = new ArrayList<>();
        for (String model : models) {
            Map<String, Double> sharesBefore = shares(before.labels().get(model));
            Map<String, Double> sharesNow = shares(after.labels().get(model));
            double sumBefore = 0;
            double sumNow = 0;
            int items = 0;
            for (String item : new TreeSet<>(pairs.keySet())) {
                Double was = sharesBefore.get(pairs.get(item));
                Double is = sharesNow.get(item);
                if (was != null && is != null) {
                    sumBefore += was;
                    sumNow += is;
                    items++;
                    byItem.computeIfAbsent(item, id -> new ArrayList<>()).add(new double[] {is - was});
                }
            }
            if (items > 0) {
                byModel.add(new ModelChange(model, sumBefore / items, sumNow / items, items));
            }
        }
        List<String> shared = List.copyOf(new TreeSet<>(byItem.keySet()));
        double[] differences = shared.stream()
                .mapToDouble(item -> byItem.get(item).stream()
                        .mapToDouble(d -> d[0])
                        .average()
                        .orElseThrow())
                .toArray();
        Map<String, String> topics = topics(system, after);
        return new SharedItems(
                system,
                List.copyOf(models),
                differences.length == 0
                        ? null
                        : MeanChange.of(
                                differences, shared.stream().map(topics::get).toList(), level),
                List.copyOf(byModel));
    }

    /** Ids of the earlier period by those of the later, of the items that are the same. */
    static Map<String, String> pairs(String system, PeriodRecord before, PeriodRecord after) {
        Map<String, String> then = texts(system, before);
        Map<String, String> pairs = new HashMap<>();
        texts(system, after).forEach((text, id) -> {
            if (then.containsKey(text)) {
                pairs.put(id, then.get(text));
            }
        });
        return pairs;
    }

    /** What each item of a period hangs together with, by its id. */
    private static Map<String, String> topics(String system, PeriodRecord period) {
        List<Item> items = period.items().stream()
                .map(ItemRecord::item)
                .filter(item -> item.system().equals(system))
                .toList();
        List<String> topics = Topics.of(items);
        Map<String, String> byItem = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            byItem.put(items.get(i).id(), topics.get(i));
        }
        return byItem;
    }

    /** Ids of a period's items by all that makes them the same question. */
    private static Map<String, String> texts(String system, PeriodRecord period) {
        Map<String, String> texts = new HashMap<>();
        for (ItemRecord record : period.items()) {
            if (record.item().system().equals(system)) {
                texts.put(
                        String.join(",", record.item().dimensions()) + "\n"
                                + record.item().text(),
                        record.item().id());
            }
        }
        return texts;
    }

    /** By item the share of scored labels that express a value, in percent. */
    private static Map<String, Double> shares(List<LabelRecord> rows) {
        Map<String, int[]> counts = new HashMap<>();
        for (LabelRecord row : rows) {
            int[] count = counts.computeIfAbsent(row.item(), id -> new int[2]);
            for (char label : row.labels().toCharArray()) {
                if (label != LabelTable.NOT_MEASURED && label != LabelTable.UNSCORED) {
                    count[0]++;
                    count[1] += label == Label.EXPRESSES.code() ? 1 : 0;
                }
            }
        }
        Map<String, Double> shares = new HashMap<>();
        counts.forEach((item, count) -> {
            if (count[0] > 0) {
                shares.put(item, 100.0 * count[1] / count[0]);
            }
        });
        return shares;
    }
}
