package dev.valuecompass.pipeline.items;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The items of one system in the periods before a given one, as they were published. */
public final class PublishedItems {
    private final List<List<ItemRecord>> periods;

    private PublishedItems(List<List<ItemRecord>> periods) {
        this.periods = periods;
    }

    /** @param before only earlier periods count, {@code YYYY-MM} */
    public static PublishedItems before(PeriodStore store, String before, String system) {
        return where(store, period -> period.compareTo(before) < 0, system);
    }

    /** @param last periods up to this one count, {@code YYYY-MM} */
    public static PublishedItems until(PeriodStore store, String last, String system) {
        return where(store, period -> period.compareTo(last) <= 0, system);
    }

    private static PublishedItems where(PeriodStore store, Predicate<String> counts, String system) {
        List<List<ItemRecord>> periods = new ArrayList<>();
        for (String period : store.periods()) {
            if (counts.test(period)) {
                List<ItemRecord> items = store.read(period).items().stream()
                        .filter(line -> line.item().system().equals(system))
                        .toList();
                if (!items.isEmpty()) {
                    periods.add(items);
                }
            }
        }
        return new PublishedItems(periods);
    }

    /** Those of the latest of these periods, in its order; empty when there is none. */
    public List<Item> latest() {
        return periods.isEmpty()
                ? List.of()
                : periods.get(periods.size() - 1).stream().map(ItemRecord::item).toList();
    }

    /** All of them, oldest first; an id that stands in several periods once, as it stood last. */
    public List<Item> all() {
        return byId().values().stream().map(ItemRecord::item).toList();
    }

    /** All with what was measured of their power; an id that stands in several periods once, as measured last. */
    public List<MeasuredItem> measured() {
        List<MeasuredItem> measured = new ArrayList<>();
        for (ItemRecord line : byId().values()) {
            Map<String, Double> power = new TreeMap<>();
            line.entropy().forEach((dimension, bits) -> power.put(dimension, ItemEntropy.normalised(bits)));
            if (!power.isEmpty()) {
                measured.add(new MeasuredItem(line.item(), power));
            }
        }
        return measured;
    }

    private Map<String, ItemRecord> byId() {
        Map<String, ItemRecord> byId = new LinkedHashMap<>();
        periods.forEach(items -> items.forEach(line -> byId.put(line.item().id(), line)));
        return byId;
    }
}
