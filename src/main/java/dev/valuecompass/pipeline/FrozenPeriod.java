package dev.valuecompass.pipeline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.List;

/** A period that is frozen already is looked at before anything is sent, so that it is never paid for twice. */
public final class FrozenPeriod {
    private FrozenPeriod() {}

    /** @throws DataException when what is configured now would freeze another period; nothing was sent */
    public static void requireSame(RunSetting setting) {
        boolean fixed = setting.leaderboard().systems().stream().allMatch(plan -> plan.evolve() == null);
        List<ItemSets> items = fixed ? ItemSets.choose(setting) : unchosen(setting);
        Snapshot frame = Freezing.frame(setting, items, fixed, setting.recognizerCard());
        new PeriodStore(setting.data().own()).difference(frame).ifPresent(defect -> {
            throw new DataException(List.of(defect));
        });
    }

    /** Which items evolve to be asked is known to the rounds, which need not be here any more. */
    private static List<ItemSets> unchosen(RunSetting setting) {
        return setting.leaderboard().systems().stream()
                .map(plan -> new ItemSets(setting.theory().system(plan.system()), List.of()))
                .toList();
    }
}
