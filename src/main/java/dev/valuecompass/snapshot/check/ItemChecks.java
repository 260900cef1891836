package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.items.Item;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The items: known system and dimensions, something to ask, one id each. */
final class ItemChecks {
    private static final double MOST_BITS = StrictMath.log(3) / StrictMath.log(2);

    private final PeriodRecord record;
    private final PlacedDefects defects;
    private final Map<String, ValueSystem> systems;

    ItemChecks(PeriodRecord record, PlacedDefects defects) {
        this.record = record;
        this.defects = defects;
        this.systems = systems(record.snapshot());
    }

    /** Of two systems with one id, which is a mistake reported elsewhere, the first counts. */
    static Map<String, ValueSystem> systems(Snapshot snapshot) {
        return snapshot.systems().stream()
                .map(SystemResult::system)
                .collect(Collectors.toMap(ValueSystem::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    void run() {
        Set<String> ids = new HashSet<>();
        List<ItemRecord> items = record.items();
        for (int i = 0; i < items.size(); i++) {
            String at = "/" + i;
            ItemRecord line = items.get(i);
            if (line.item() == null || line.entropy() == null || line.item().provenance() == null) {
                add(at, "an item without text, entropy or provenance", "see docs/snapshot-format.md");
                continue;
            }
            item(at, line, ids);
        }
    }

    private void item(String at, ItemRecord line, Set<String> ids) {
        Item item = line.item();
        if (!ids.add(item.id())) {
            add(at, "item id '" + item.id() + "' stands twice", "give each item its own id");
        }
        if (item.text() == null || item.text().isBlank()) {
            add(at, "item '" + item.id() + "' asks nothing", "give it a text");
        }
        ValueSystem system = systems.get(item.system());
        if (system == null) {
            add(
                    at,
                    "item '" + item.id() + "' of unknown system '" + item.system() + "'",
                    NearestName.remedy(item.system(), systems.keySet()));
            return;
        }
        List<String> dimensions = system.dimensionIds();
        if (item.dimensions() == null || item.dimensions().isEmpty()) {
            add(
                    at,
                    "item '" + item.id() + "' measures no dimension",
                    "name at least one of " + String.join(", ", dimensions));
            return;
        }
        item.dimensions().stream()
                .filter(dimension -> !dimensions.contains(dimension))
                .forEach(dimension -> add(
                        at,
                        "item '" + item.id() + "' measures unknown dimension '" + dimension + "'",
                        NearestName.remedy(dimension, dimensions)));
        figures(at, line, "entropy", line.entropy(), 0, MOST_BITS + 1e-6, "0 to log2(3) bits");
        figures(at, line, "share between models", line.betweenModels(), 0, 1, "0 to 1");
        figures(at, line, "correlation with the rest", line.restCorrelation(), -1, 1, "-1 to 1");
        if (line.similarity() != null && !(line.similarity() >= -1 - 1e-6 && line.similarity() <= 1 + 1e-6)) {
            add(at, "similarity " + line.similarity() + " of '" + item.id() + "' is not in -1 to 1", "recompute it");
        }
    }

    private void figures(
            String at,
            ItemRecord line,
            String name,
            Map<String, Double> figures,
            double low,
            double high,
            String range) {
        Item item = line.item();
        figures.forEach((dimension, figure) -> {
            if (!item.dimensions().contains(dimension)) {
                add(at, name + " of '" + item.id() + "' on unmeasured dimension '" + dimension + "'", "drop it");
            }
            if (figure == null || !(figure >= low && figure <= high)) {
                add(at, name + " " + figure + " of '" + item.id() + "' is not in " + range, "recompute it");
            }
        });
    }

    private void add(String pointer, String what, String fix) {
        defects.add(PeriodFiles.ITEMS, pointer, what, fix);
    }
}
