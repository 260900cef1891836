package dev.valuecompass.pipeline;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.evolving.EvolvedItem;
import dev.valuecompass.pipeline.rounds.RoundFiles;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** The items of one system in one run: those of the period's round where the system evolves and there is one. */
public record ItemSets(ValueSystem system, List<Item> items) {
    /** All of a run, in the order of the leaderboard file. */
    public static List<ItemSets> choose(RunSetting setting) {
        return setting.leaderboard().systems().stream()
                .map(plan -> choose(setting, plan))
                .toList();
    }

    private static ItemSets choose(RunSetting setting, SystemPlan plan) {
        ValueSystem system = setting.theory().system(plan.system());
        RoundFiles rounds = new RoundFiles(setting.data().own(), setting.period());
        if (plan.evolve() != null && rounds.find(plan.system()).isPresent()) {
            return new ItemSets(
                    system,
                    rounds.read(plan.system()).stream().map(EvolvedItem::item).toList());
        }
        List<Item> pool = TopicPool.read(setting.data().file(plan.pool()), system);
        long seed = setting.leaderboard().evaluation().seed();
        return new ItemSets(system, ItemSelection.balanced(pool, plan.items(), seed));
    }
}
