package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.adaem.PlayedArm;
import dev.valuecompass.items.adaem.Shot;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the frozen periods leave to the next round of a system. Worths of another method or on another scale are not
 * compared, so arms and examples are those of the last period only where it was made in the same way.
 *
 * @param continues the period whose arms these are; empty for a round that begins anew
 * @param arms of all starting items that were ever taken up
 * @param best by the id of a starting item what came of it in that period
 * @param published every item of every earlier period
 */
record Legacy(Optional<String> continues, List<PlayedArm> arms, Map<String, List<Shot>> best, List<Item> published) {
    private static final int REPETITIONS = 10_000;

    static Legacy of(RunSetting setting, SystemPlan plan, String method, String worth) {
        PublishedItems published =
                PublishedItems.before(new PeriodStore(setting.data().own()), setting.period(), plan.system());
        Optional<EvolutionRecord> last = published
                .latestEvolution()
                .filter(way -> way.arms() != null
                        && way.method().equals(method)
                        && way.worth().equals(worth));
        if (last.isEmpty()) {
            return new Legacy(Optional.empty(), List.of(), Map.of(), published.all());
        }
        Map<String, List<Shot>> best = new TreeMap<>();
        for (Item item : published.latest()) {
            Double reward = item.provenance().rewards().get("reward");
            if (item.provenance().generator().equals(method) && reward != null) {
                best.computeIfAbsent(item.provenance().parent(), topic -> new ArrayList<>())
                        .add(new Shot(item.text(), reward));
            }
        }
        return new Legacy(
                published.latestPeriod(),
                last.get().arms().stream()
                        .map(arm -> new PlayedArm(arm.topic(), arm.pulls(), arm.mean()))
                        .toList(),
                best,
                published.all());
    }

    /** These arms as a round leaves them, with those that it left alone. */
    List<ArmRecord> after(List<PlayedArm> played) {
        Map<String, ArmRecord> all = new TreeMap<>();
        arms.forEach(arm -> all.put(arm.topic(), new ArmRecord(arm.topic(), arm.pulls(), arm.mean())));
        played.forEach(arm -> all.put(arm.topic(), new ArmRecord(arm.topic(), arm.pulls(), arm.mean())));
        return List.copyOf(all.values());
    }

    /** The seed of a period's round: the same configuration gives each period a round of its own. */
    static long seed(RunSetting setting) {
        String words = setting.leaderboard().evaluation().seed() + "\n" + setting.period();
        return Long.parseUnsignedLong(Digest.sha256(words).substring(0, 16), 16);
    }

    /** Repetition numbers of a period's requests to explorers begin here, so that no two periods share an answer. */
    static int firstSample(RunSetting setting) {
        String[] month = setting.period().split("-");
        return (12 * Integer.parseInt(month[0]) + Integer.parseInt(month[1])) * REPETITIONS;
    }
}
