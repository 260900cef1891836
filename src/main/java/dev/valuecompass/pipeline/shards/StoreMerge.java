package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.Contribution;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.FrozenLabels;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.LabelReader.PartLabels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the stores of one evaluation together, and only of one. */
final class StoreMerge {
    private static final int SHOWN = 20;

    private final RunSetting setting;
    private final List<ItemSets> items;
    private final RunStore target;
    private final ChatModels chat;
    private final String reader;
    private final Consumer<String> progress;

    /**
     * @param chat knows by what a call is found again
     * @param reader by what answers are read here
     */
    StoreMerge(
            RunSetting setting,
            List<ItemSets> items,
            RunStore target,
            ChatModels chat,
            String reader,
            Consumer<String> progress) {
        this.setting = setting;
        this.items = items;
        this.target = target;
        this.chat = chat;
        this.reader = reader;
        this.progress = progress;
    }

    /**
     * What was brought together.
     *
     * @param labels those that came without their answers
     * @param facts what is known of the parts of the evaluation, here and in the labels
     */
    record UnitedParts(List<StoreReport.Merged> merged, FrozenLabels labels, SortedMap<String, String> facts) {}

    /**
     * Adds the stores to the target, all or, when one does not belong or holds what it may not, none. Labels without answers
     * are held against them, and put into no store.
     *
     * @param facts what the answers ought to be answers to
     * @param expected the calls that were to be made
     */
    UnitedParts add(MergeRules rules, SortedMap<String, String> facts, ExpectedCalls expected) {
        StoreFiles places = new StoreFiles(setting);
        List<Path> all = places.in(rules.places());
        Optional<Path> winner = rules.prefer().map(place -> places.one(place, all));
        List<Path> files =
                all.stream().filter(file -> !StoreFiles.isLabels(file)).toList();
        List<PartLabels> parts = all.stream()
                .filter(StoreFiles::isLabels)
                .map(new LabelReader(setting, items, reader, rules.leaveOut())::read)
                .toList();
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        parts.forEach(part -> said.put(part.file().toString(), part.facts()));
        LabelMerge labels = new LabelMerge(setting, items, parts, winner);
        if (target.size() > 0) {
            labels.hold(setting.store(), target.experiment(), target, chat);
        }
        Map<Path, Opened> stores = opened(files, labels);
        stores.forEach((file, store) -> said.put(file.toString(), store.experiment()));
        refuseOthers(said, facts);
        progress.accept(
                all.size() == 1
                        ? "merging " + all.get(0)
                        : "merging "
                                + Stream.of(counted(files, " stores"), counted(parts, " files of labels"))
                                        .filter(count -> !count.isEmpty())
                                        .collect(Collectors.joining(" and ")));
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
        merged.addAll(labels.merged());
        SortedMap<String, String> known = target.experiment();
        parts.forEach(part -> part.facts().forEach((name, value) -> {
            if (name.equals(ShardState.PREFIX + part.shard())) {
                known.put(name, value);
            }
        }));
        return new UnitedParts(merged, labels.union(), known);
    }

    private static String counted(List<?> some, String what) {
        return some.isEmpty() ? "" : some.size() + what;
    }

    /** @param lost answers that were given up */
    private record Opened(SortedMap<String, String> experiment, long lost) {}

    /** Each is looked at as a whole, and mended where losses are accepted, before anything is taken of any. */
    private Map<Path, Opened> opened(List<Path> files, LabelMerge labels) {
        Map<Path, Opened> opened = new LinkedHashMap<>();
        for (Path file : files) {
            try (RunStore store = RunStore.openContribution(file, setting.overrides())) {
                labels.hold(file, store.experiment(), store, chat);
                opened.put(file, new Opened(store.experiment(), store.lost()));
            }
        }
        return opened;
    }

    private void refuseOthers(Map<String, Map<String, String>> said, SortedMap<String, String> facts) {
        SortedMap<String, String> agreed = new TreeMap<>(facts);
        List<Defect> defects = new ArrayList<>(differences(setting.store().toString(), target.experiment(), agreed));
        said.forEach((file, told) -> defects.addAll(differences(file, told, agreed)));
        if (defects.size() > SHOWN) {
            String more = "and " + (defects.size() - SHOWN) + " more differences";
            String file = defects.get(SHOWN).file();
            defects.subList(SHOWN, defects.size()).clear();
            defects.add(new Defect(file, more, "mend these first"));
        }
        DataException.refuse(defects);
    }

    /** Compares what both name and adds to {@code agreed} what only this one names. */
    private static List<Defect> differences(String file, Map<String, String> facts, Map<String, String> agreed) {
        List<Defect> defects = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (!name.startsWith(ShardState.PREFIX)) {
                String other = agreed.putIfAbsent(name, value);
                if (other != null && !other.equals(value)) {
                    defects.add(new Defect(
                            file,
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
