package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.store.Contribution;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Brings the stores of one evaluation together, and only of one. */
final class StoreMerge {
    private static final int SHOWN = 20;

    private final RunSetting setting;
    private final RunStore target;
    private final Consumer<String> progress;

    StoreMerge(RunSetting setting, RunStore target, Consumer<String> progress) {
        this.setting = setting;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Adds the stores to the target, all or, when one does not belong or holds what it may not, none.
     *
     * @param facts what the answers ought to be answers to
     * @param expected the calls that were to be made
     */
    List<StoreReport.Merged> add(MergeRules rules, SortedMap<String, String> facts, ExpectedCalls expected) {
        StoreFiles places = new StoreFiles(setting);
        List<Path> files = places.in(rules.places());
        Optional<Path> winner = rules.prefer().map(place -> places.one(place, files));
        Map<Path, Opened> stores = opened(files);
        refuseOthers(stores, facts);
        progress.accept(files.size() == 1 ? "merging " + files.get(0) : "merging " + files.size() + " stores");
        List<Contribution> contributions = new ArrayList<>();
        stores.forEach((file, store) -> contributions.add(
                new Contribution(file, new Belonging(expected, store.experiment(), rules.leaveOut()))));
        List<Contribution.Added> added = target.addAll(contributions, winner);
        target.rememberExperiment(facts);
        stores.values().forEach(store -> ShardState.adopt(target, store.experiment()));
        List<StoreReport.Merged> merged = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            Path file = files.get(i);
            merged.add(StoreReport.Merged.of(
                    file.toString(), added.get(i), stores.get(file).lost()));
        }
        return merged;
    }

    /** @param lost answers that were given up */
    private record Opened(SortedMap<String, String> experiment, long lost) {}

    /** Each is looked at as a whole, and mended where losses are accepted, before anything is taken of any. */
    private Map<Path, Opened> opened(List<Path> files) {
        Map<Path, Opened> opened = new LinkedHashMap<>();
        for (Path file : files) {
            try (RunStore store = RunStore.openContribution(file, setting.overrides())) {
                opened.put(file, new Opened(store.experiment(), store.lost()));
            }
        }
        return opened;
    }

    private void refuseOthers(Map<Path, Opened> stores, SortedMap<String, String> facts) {
        SortedMap<String, String> agreed = new TreeMap<>(facts);
        List<Defect> defects = new ArrayList<>(differences(setting.store(), target.experiment(), agreed));
        stores.forEach((file, store) -> defects.addAll(differences(file, store.experiment(), agreed)));
        if (defects.size() > SHOWN) {
            String more = "and " + (defects.size() - SHOWN) + " more differences";
            String file = defects.get(SHOWN).file();
            defects.subList(SHOWN, defects.size()).clear();
            defects.add(new Defect(file, 0, more, "mend these first"));
        }
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
    }

    /** Compares what both name and adds to {@code agreed} what only this one names. */
    private static List<Defect> differences(Path file, Map<String, String> facts, Map<String, String> agreed) {
        List<Defect> defects = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (!name.startsWith(ShardState.PREFIX)) {
                String other = agreed.putIfAbsent(name, value);
                if (other != null && !other.equals(value)) {
                    defects.add(new Defect(
                            file.toString(),
                            0,
                            "belongs to another experiment: " + name + " is " + value + " here and " + other
                                    + " elsewhere",
                            "merge with the leaderboard file, data and seed that the shards were evaluated with,"
                                    + " or evaluate this shard again"));
                }
            }
        });
        return defects;
    }
}
