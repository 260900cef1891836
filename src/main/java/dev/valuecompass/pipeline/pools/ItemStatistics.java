package dev.valuecompass.pipeline.pools;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.items.Gazetteer;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Mentions;
import dev.valuecompass.items.SetFigures;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.items.PublishedItems;
import dev.valuecompass.pipeline.items.RoundFiles;
import dev.valuecompass.pipeline.items.VectorSource;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes the items of a period: the pool that a system starts from beside what was generated for the period. Power is
 * what was measured last, up to that period.
 */
public final class ItemStatistics {
    private final RunSetting setting;
    private final PeriodStore periods;

    public ItemStatistics(RunSetting setting) {
        this.setting = setting;
        this.periods = new PeriodStore(setting.data().own());
    }

    /**
     * @param sets {@code initial}, {@code generated} and {@code all}, as far as there are any
     * @param references the reference pools, by their files
     * @param origins of the generated items
     */
    public record SystemStatistics(
            String system, List<SetFigures> sets, List<SetFigures> references, List<ItemOrigin> origins) {}

    /** The figures of every system of the leaderboard. */
    public record Report(String period, List<SystemStatistics> systems) {
        public String text() {
            return new StatisticsText(period, systems).text();
        }
    }

    /** Encodes what has no vector yet, so it may take a while. */
    public Report report() {
        Map<String, List<Item>> asked = asked();
        Gazetteer gazetteer = Gazetteer.read(setting.data());
        Mentions mentions = new Mentions(gazetteer);
        List<SystemStatistics> systems = new ArrayList<>();
        try (VectorSource vectors = new VectorSource(setting.runs())) {
            for (SystemPlan plan : setting.leaderboard().systems()) {
                ValueSystem system = setting.theory().system(plan.system());
                Map<String, Item> items = new LinkedHashMap<>();
                mentions.in(TopicPool.read(setting.data().file(plan.pool()), system))
                        .forEach(item -> items.put(item.id(), item));
                asked.get(plan.system()).forEach(item -> items.putIfAbsent(item.id(), item));
                List<SetFigures.ScoredItem> entries = entries(plan.system(), List.copyOf(items.values()), vectors);
                systems.add(new SystemStatistics(
                        plan.system(),
                        worth(plan.system(), SetFigures.compare(entries)),
                        plan.referencePools().stream()
                                .map(file -> reference(file, mentions, system, vectors))
                                .toList(),
                        ItemOrigin.of(entries, gazetteer)));
            }
        }
        return new Report(setting.period(), systems);
    }

    /** As frozen where the period is; otherwise as a run would ask them. */
    private Map<String, List<Item>> asked() {
        Map<String, List<Item>> asked = new HashMap<>();
        if (periods.periods().contains(setting.period())) {
            setting.leaderboard().systems().forEach(plan -> asked.put(plan.system(), new ArrayList<>()));
            periods.read(setting.period()).items().stream()
                    .filter(line -> asked.containsKey(line.item().system()))
                    .forEach(line -> asked.get(line.item().system()).add(line.item()));
        } else {
            ItemSets.choose(setting).forEach(set -> asked.put(set.system().id(), set.items()));
        }
        return asked;
    }

    private List<SetFigures.ScoredItem> entries(String system, List<Item> items, VectorSource vectors) {
        Map<String, Double> power = new HashMap<>();
        for (MeasuredItem measured :
                PublishedItems.until(periods, setting.period(), system).measured()) {
            measured.power().values().stream()
                    .mapToDouble(value -> value)
                    .average()
                    .ifPresent(mean -> power.put(measured.item().id(), mean));
        }
        Map<String, Double> similarity = similarity(items, vectors);
        return items.stream()
                .map(item -> new SetFigures.ScoredItem(item, power.get(item.id()), similarity.get(item.id())))
                .toList();
    }

    /** Its items are never asked, so their power and their worth are unknown. */
    private SetFigures reference(String file, Mentions mentions, ValueSystem system, VectorSource vectors) {
        List<Item> items = mentions.in(TopicPool.read(setting.data().file(file), system));
        Map<String, Double> similarity = similarity(items, vectors);
        return SetFigures.of(
                file,
                items.stream()
                        .map(item -> new SetFigures.ScoredItem(item, null, similarity.get(item.id())))
                        .toList());
    }

    /** Of each item to the others of its kind, the starting ones or the generated. */
    private static Map<String, Double> similarity(List<Item> items, VectorSource vectors) {
        Map<String, Double> similarity = new HashMap<>();
        for (boolean initial : new boolean[] {true, false}) {
            List<Item> kind = items.stream()
                    .filter(item -> SetFigures.initial(item) == initial)
                    .toList();
            if (kind.size() > 1) {
                double[] means = VectorTable.of(
                                vectors.encoder(), kind.stream().map(Item::text).toList())
                        .meanToOthers();
                for (int i = 0; i < means.length; i++) {
                    similarity.put(kind.get(i).id(), means[i]);
                }
            }
        }
        return similarity;
    }

    /** The reward of starting items stands in the record of the round that measured it. */
    private List<SetFigures> worth(String system, List<SetFigures> sets) {
        Double initial = new RoundFiles(setting.data().own(), setting.period())
                .find(system)
                .map(round -> round.figures().initial())
                .orElse(null);
        return sets.stream()
                .map(set -> set.kind().equals("initial") ? set.worth(initial) : set)
                .toList();
    }
}
