package dev.valuecompass.value;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads all files of the theory and reports the mistakes of all of them together. */
final class TheoryReader {
    private final DataFolder folder;
    private final Defects defects = new Defects();

    public TheoryReader(DataFolder folder) {
        this.folder = folder;
    }

    /** @throws DataException with every mistake in all of these files */
    Theory read(Consumer<Defect> doubts) {
        List<SystemFile.TranslatedSystem> translated = each("value-systems", SystemFile::read);
        List<ValueSystem> systems =
                translated.stream().map(SystemFile.TranslatedSystem::system).toList();
        KnownSystems known = new KnownSystems(systems);
        List<Translated<RankProfile>> baselines = each("baselines", root -> new BaselineFile(root, known).read());
        Map<String, RankProfile> orders = new TreeMap<>();
        baselines.forEach(one -> orders.putIfAbsent(one.own().system(), one.own()));
        List<Translated<CultureSeries>> series = each("cultures", root -> new CultureFile(root, known, orders).read());
        List<Translated<WeightProfile>> profiles = each("weights", root -> new WeightFile(root, known).read()).stream()
                .flatMap(List::stream)
                .toList();
        refuseTwice(profiles);
        defects.refuse(DataException::new);
        defects.warnings().forEach(doubts);
        Map<String, Map<String, SystemTranslation>> translations = new TreeMap<>();
        translated.forEach(one -> translations.put(one.system().id(), one.translations()));
        Map<String, ReaderSettings> readers = new TreeMap<>();
        translated.forEach(one -> readers.put(one.system().id(), one.reader()));
        return new Theory(systems, readers, series, baselines, profiles, translations);
    }

    private <T> List<T> each(String subfolder, Function<YamlMap, T> reader) {
        List<T> all = new ArrayList<>();
        for (Path file : folder.list(subfolder, ".yml")) {
            try {
                YamlMap root = Yaml.read(file, defects);
                checkName(file, root, subfolder);
                all.add(reader.apply(root));
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
        }
        return all;
    }

    /** A file named after its id can be found, and two files cannot claim one id. Weights are named as one likes. */
    private static void checkName(Path file, YamlMap root, String subfolder) {
        if (subfolder.equals("weights")) {
            return;
        }
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ".yml".length());
        root.value("id")
                .flatMap(value -> value.text())
                .filter(id -> !id.equals(stem))
                .ifPresent(id -> root.report(
                        "id",
                        "the id '" + id + "' is not the file's name",
                        "write 'id: " + stem + "' or rename the file"));
    }

    private void refuseTwice(List<Translated<WeightProfile>> profiles) {
        Set<String> seen = new HashSet<>();
        for (Translated<WeightProfile> translated : profiles) {
            WeightProfile profile = translated.own();
            if (!seen.add(profile.system() + "/" + profile.id())) {
                defects.add(new Defect(
                        "weights",
                        "two weight profiles of " + profile.system() + " have the id '" + profile.id() + "'",
                        "rename one"));
            }
        }
    }
}
