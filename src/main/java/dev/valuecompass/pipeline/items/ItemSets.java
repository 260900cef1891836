package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.Mentions;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of one system in one run: those of the period's round and some from the period before where the system
 * evolves and there is a round, else those of the pool; each with the countries and years that it mentions.
 */
public record ItemSets(ValueSystem system, List<Item> items) {
    /** All of a run, in the order of the leaderboard file. */
    public static List<ItemSets> choose(RunSetting setting) {
        Mentions mentions = Mentions.read(setting.data());
        return setting.leaderboard().systems().stream()
                .map(plan -> choose(setting, plan))
                .map(set -> new ItemSets(set.system(), mentions.in(set.items())))
                .toList();
    }

    private static ItemSets choose(RunSetting setting, SystemPlan plan) {
        ValueSystem system = setting.theory().system(plan.system());
        long seed = setting.leaderboard().evaluation().seed();
        List<Item> made = new ArrayList<>(new Reviews(setting).askable(plan));
        if (plan.evolve() != null
                && new RoundFiles(setting.data().own(), setting.period())
                        .find(plan.system())
                        .isPresent()) {
            return new ItemSets(system, mixed(setting, plan, made, seed));
        }
        List<Item> pool = TopicPool.read(setting.data().file(plan.pool()), system);
        made.addAll(ItemSelection.balanced(pool, left(plan.items(), made.size()), seed));
        return new ItemSets(system, made);
    }

    /** How many to choose from the pool beside those that were written for the period; 0 is the whole pool. */
    private static int left(int wanted, int written) {
        return wanted == 0 ? 0 : Math.max(1, wanted - written);
    }

    private static List<Item> mixed(RunSetting setting, SystemPlan plan, List<Item> made, long seed) {
        PeriodStore periods = new PeriodStore(setting.data().own());
        PublishedItems published = PublishedItems.before(periods, setting.period(), plan.system());
        ItemMixture.Shares rule = new ItemMixture.Shares(plan.items(), plan.anchors(), seed);
        try (VectorSource vectors = new VectorSource(setting.runs())) {
            return ItemMixture.of(made, published, rule, vectors::encoder).items();
        }
    }
}
