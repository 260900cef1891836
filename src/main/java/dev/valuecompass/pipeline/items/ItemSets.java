package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.NothingToPublishException;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.Mentions;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The items of one system in one run: those of the period's round and some from the period before where the system
 * evolves and there is a round, else those of the pool; each with the countries and years that it mentions.
 */
public record ItemSets(ValueSystem system, List<Item> items) {
    /** All of a run, in the order of the leaderboard file. */
    public static List<ItemSets> choose(RunSetting setting) {
        Mentions mentions = Mentions.read(setting.data());
        ItemIds ids = new ItemIds(setting.leaderboard().sampling().samples());
        List<ItemSets> sets = new ArrayList<>();
        List<Defect> clashes = new ArrayList<>();
        for (SystemPlan plan : setting.leaderboard().systems()) {
            ItemSets set = choose(setting, plan);
            String pool = setting.data().file(plan.pool()).toString();
            if (set.items().isEmpty()) {
                throw new NothingToPublishException(
                        pool,
                        "no items of " + plan.system() + " to ask",
                        "add items, or approve of some that were made");
            }
            clashes.addAll(ids.add(set.items(), pool));
            sets.add(new ItemSets(set.system(), mentions.in(set.items())));
        }
        DataException.refuse(clashes);
        return List.copyOf(sets);
    }

    /** Where a pool has fewer items than are wanted of it, in words. */
    public static List<String> shortfalls(RunSetting setting, List<ItemSets> sets) {
        return setting.leaderboard().systems().stream()
                .filter(plan -> plan.evolve() == null)
                .flatMap(plan -> sets.stream()
                        .filter(set -> set.system().id().equals(plan.system())
                                && set.items().size() < plan.items())
                        .map(set -> "%s: %d items are wanted, and %s has %d"
                                .formatted(
                                        plan.system(),
                                        plan.items(),
                                        plan.pool(),
                                        set.items().size())))
                .toList();
    }

    private static ItemSets choose(RunSetting setting, SystemPlan plan) {
        ValueSystem system = setting.theory().system(plan.system());
        long seed = setting.leaderboard().evaluation().seed();
        List<Item> pool = TopicPool.read(setting.data().file(plan.pool()), system);
        List<Item> made = new ArrayList<>(new Reviews(setting).askable(plan));
        if (plan.evolve() != null
                && new RoundFiles(setting.data().own(), setting.period())
                        .find(plan.system())
                        .isPresent()) {
            return new ItemSets(system, mixed(setting, plan, new ItemMixture.Stock(made, pool, system.dimensionIds())));
        }
        made.addAll(ItemSelection.balanced(pool, left(plan.items(), made.size()), seed));
        return new ItemSets(system, made);
    }

    /** How many to choose from the pool beside those that were written for the period; 0 is the whole pool. */
    private static int left(int wanted, int written) {
        return wanted == 0 ? 0 : Math.max(1, wanted - written);
    }

    private static List<Item> mixed(RunSetting setting, SystemPlan plan, ItemMixture.Stock stock) {
        PeriodStore periods = new PeriodStore(setting.data().own());
        PublishedItems published = PublishedItems.before(periods, setting.period(), plan.system());
        ItemMixture.Shares rule =
                new ItemMixture.Shares(plan.items(), plan.anchors(), plan.floor(), Legacy.seed(setting));
        try (VectorSource vectors = new VectorSource(setting.runs())) {
            ItemMixture mixture = ItemMixture.of(stock, published, rule, vectors::encoder);
            if (!mixture.missing().isEmpty()) {
                throw new ItemsNotReadyException(tooFew(plan, mixture));
            }
            return mixture.items();
        }
    }

    private static String tooFew(SystemPlan plan, ItemMixture mixture) {
        return mixture.missing().entrySet().stream()
                        .map(one -> "%s: %d items of %s are missing; the floor is %d"
                                .formatted(plan.system(), one.getValue(), one.getKey(), plan.floor()))
                        .collect(Collectors.joining("\n"))
                + "\nToo few were made, and no unpublished starting items are left. Nothing was asked about them."
                + " Raise the budget in 'evolve', add items to " + plan.pool()
                + ", or lower 'floor'; then: compass items generate";
    }
}
