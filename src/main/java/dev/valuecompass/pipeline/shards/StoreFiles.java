package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.PeriodFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the stores of a period where people and workflows put them: in a folder, in the folders of a folder, or named
 * themselves, with what else lies beside them. Where a store was left behind, the labels that were frozen beside it.
 */
final class StoreFiles {
    private static final String ENDING = ".sqlite";

    private final String period;
    private final Path target;

    StoreFiles(RunSetting setting) {
        this(setting.period(), setting.store());
    }

    /** @param target the store that the others are added to */
    StoreFiles(String period, Path target) {
        this.period = period;
        this.target = normal(target);
    }

    /** Each store once, the target itself left out. @throws DataException naming each place without one */
    List<Path> in(List<Path> places) {
        List<Defect> defects = new ArrayList<>();
        List<Path> stores = new ArrayList<>();
        for (Path place : places) {
            List<Path> found = at(place);
            if (found.isEmpty()) {
                defects.add(none(place));
            }
            found.stream()
                    .filter(file -> !file.equals(target) && !stores.contains(file))
                    .forEach(stores::add);
        }
        DataException.refuse(defects);
        return stores;
    }

    /** The one store that is meant. @param among those that are merged @throws DataException when it is none of them */
    Path one(Path place, List<Path> among) {
        Optional<Path> found = at(place).stream()
                .filter(file -> file.equals(target) || among.contains(file))
                .findFirst();
        return found.orElseThrow(() -> new DataException(
                place,
                "is preferred, and its store is none of those that are merged",
                "name one of them: " + target.getParent()
                        + Stream.concat(
                                        Stream.of(""),
                                        among.stream()
                                                .map(file -> file.getParent().toString()))
                                .collect(Collectors.joining(", "))));
    }

    /** Whether a file has frozen labels, and no answers. */
    static boolean isLabels(Path file) {
        return file.getFileName().toString().endsWith(LabelFile.ENDING);
    }

    private List<Path> at(Path place) {
        if (Files.isRegularFile(place) && isLabels(place)) {
            return List.of(normal(place));
        }
        if (Files.isRegularFile(place)) {
            // A file beside the store, as a shell's * names it, stands for the store; where there is none, a store that
            // somebody renamed stands for itself.
            Path store = store(normal(place).getParent());
            return isStore(store) ? List.of(store) : renamed(place) ? List.of(normal(place)) : List.of();
        }
        if (in(place).isPresent() || !Files.isDirectory(place)) {
            return in(place).stream().toList();
        }
        return list(place).stream().flatMap(folder -> in(folder).stream()).toList();
    }

    /** The store in a folder, or what stands for it. */
    private Optional<Path> in(Path folder) {
        return Stream.of(store(folder), normal(folder.resolve(period + LabelFile.ENDING)))
                .filter(StoreFiles::isStore)
                .findFirst();
    }

    private static boolean renamed(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING)
                && !name.equals(Recognizers.VECTORS)
                && !PeriodFiles.isPeriod(name.substring(0, name.length() - ENDING.length()));
    }

    private Path store(Path folder) {
        return normal(folder.resolve(period + ENDING));
    }

    private static boolean isStore(Path file) {
        return Files.isRegularFile(file);
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private Defect none(Path place) {
        String found = Files.isRegularFile(place)
                ? "there is no " + period + ENDING + " beside it either"
                : Files.isDirectory(place) ? "stores there: " + names(place) : "stores there: none, it is no folder";
        return new Defect(place, "holds no run store of " + period, found);
    }

    private static String names(Path folder) {
        String names = list(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ENDING))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
    }
}
