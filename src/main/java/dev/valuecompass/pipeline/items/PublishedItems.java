package dev.valuecompass.pipeline.items;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The items of one system in the periods before a given one, as they were published. */
public final class PublishedItems {
    private final List<Period> periods;

    private PublishedItems(List<Period> periods) {
        this.periods = periods;
    }

    /** @param evolution null where the items did not evolve */
    private record Period(String name, List<ItemRecord> items, EvolutionRecord evolution) {}

    /** @param before only earlier periods count, {@code YYYY-MM} */
    public static PublishedItems before(PeriodStore store, String before, String system) {
        return where(store, period -> period.compareTo(before) < 0, system);
    }

    /** @param last periods up to this one count, {@code YYYY-MM} */
    public static PublishedItems until(PeriodStore store, String last, String system) {
        return where(store, period -> period.compareTo(last) <= 0, system);
    }

    private static PublishedItems where(PeriodStore store, Predicate<String> counts, String system) {
        List<Period> periods = new ArrayList<>();
        for (String period : store.periods()) {
            if (counts.test(period)) {
                PeriodRecord record = store.read(period);
                List<ItemRecord> items = record.items().stream()
                        .filter(line -> line.item().system().equals(system))
                        .toList();
                if (!items.isEmpty()) {
                    periods.add(new Period(period, items, evolution(record, system)));
                }
            }
        }
        return new PublishedItems(periods);
    }

    private static EvolutionRecord evolution(PeriodRecord record, String system) {
        return record.snapshot().systems().stream()
                .filter(result -> result.system().id().equals(system))
                .findFirst()
                .map(SystemResult::evolution)
                .orElse(null);
    }

    /** The name of the latest of these periods; empty when there is none. */
    public Optional<String> latestPeriod() {
        return last().map(Period::name);
    }

    /** How the items of the latest of these periods evolved; empty where they did not. */
    public Optional<EvolutionRecord> latestEvolution() {
        return last().map(Period::evolution);
    }

    private Optional<Period> last() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
    }

    /** Those of the latest of these periods, in its order; empty when there is none. */
    public List<Item> latest() {
        return last().map(
                        period -> period.items().stream().map(ItemRecord::item).toList())
                .orElse(List.of());
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
        periods.forEach(
                period -> period.items().forEach(line -> byId.put(line.item().id(), line)));
        return byId;
    }
}
