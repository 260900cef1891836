package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.RunSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the stores of one evaluation together, and only of one. */
final class Merging {
    private static final int SHOWN = 20;
    private static final String ENDING = ".sqlite";

    private final RunSetting setting;
    private final RunStore target;
    private final Consumer<String> progress;

    Merging(RunSetting setting, RunStore target, Consumer<String> progress) {
        this.setting = setting;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Adds the stores in these folders to the target, all or, when one does not belong, none.
     *
     * @param expected what the answers ought to be answers to
     */
    List<StoreReport.Merged> add(List<Path> folders, SortedMap<String, String> expected) {
        List<Path> files = stores(folders);
        SortedMap<String, String> agreed = new TreeMap<>(expected);
        List<Defect> defects = new ArrayList<>(differences(setting.store(), target.experiment(), agreed));
        for (Path file : files) {
            try (RunStore other = RunStore.open(file)) {
                defects.addAll(differences(file, other.experiment(), agreed));
            }
        }
        refuse(defects);
        target.rememberExperiment(expected);
        List<StoreReport.Merged> merged = new ArrayList<>();
        for (Path file : files) {
            try (RunStore other = RunStore.open(file)) {
                progress.accept("merging " + file);
                RunStore.Added added = target.addAll(other);
                ShardState.adopt(target, other.experiment());
                merged.add(new StoreReport.Merged(file.toString(), added.added(), added.known(), added.damaged()));
            }
        }
        return merged;
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

    private static void refuse(List<Defect> defects) {
        if (defects.size() > SHOWN) {
            Defect last = defects.get(SHOWN);
            List<Defect> shown = new ArrayList<>(defects.subList(0, SHOWN));
            shown.add(new Defect(last.file(), 0, "and " + (defects.size() - SHOWN) + " more differences", ""));
            throw new DataException(shown);
        }
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
    }

    /** The stores of the period, each once, the target itself left out. */
    private List<Path> stores(List<Path> folders) {
        List<Defect> defects = new ArrayList<>();
        List<Path> stores = new ArrayList<>();
        for (Path folder : folders) {
            Path file =
                    folder.resolve(setting.period() + ENDING).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file)) {
                defects.add(new Defect(
                        folder.toString(),
                        0,
                        "holds no run store of " + setting.period(),
                        "stores there: " + in(folder)));
            } else if (!stores.contains(file)
                    && !file.equals(setting.store().toAbsolutePath().normalize())) {
                stores.add(file);
            }
        }
        refuse(defects);
        return stores;
    }

    private static String in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "none, it is no folder";
        }
        try (Stream<Path> files = Files.list(folder)) {
            String names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "none" : names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
