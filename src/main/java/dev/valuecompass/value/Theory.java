package dev.valuecompass.value;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything the leaderboard knows about values beforehand: the systems, the cultures measured with them, orders of
 * values that hold across cultures, and named weights. Immutable; read once from the data folder.
 */
public final class Theory {
    private final Map<String, ValueSystem> systems = new TreeMap<>();
    private final Map<String, ReaderSettings> readers;
    private final Map<String, Translated<CultureSeries>> series = new TreeMap<>();
    private final List<Translated<RankProfile>> baselines;
    private final List<Translated<WeightProfile>> profiles;
    private final Map<String, Map<String, SystemTranslation>> translations;

    /**
     * @param readers by system
     * @param series each with its texts in other languages; so also the following
     * @param translations of systems, by id and tag of the language
     */
    public Theory(
            List<ValueSystem> systems,
            Map<String, ReaderSettings> readers,
            List<Translated<CultureSeries>> series,
            List<Translated<RankProfile>> baselines,
            List<Translated<WeightProfile>> profiles,
            Map<String, Map<String, SystemTranslation>> translations) {
        this.readers = Map.copyOf(readers);
        this.translations = Map.copyOf(translations);
        systems.forEach(system -> this.systems.put(system.id(), system));
        series.forEach(one -> this.series.put(one.own().id(), one));
        this.baselines = List.copyOf(baselines);
        this.profiles = List.copyOf(profiles);
    }

    /**
     * Reads {@code value-systems/}, {@code cultures/}, {@code baselines/} and {@code weights/}.
     *
     * @throws DataException with every mistake in all of these files
     */
    public static Theory load(DataFolder folder) {
        return load(folder, warning -> {});
    }

    /**
     * The same.
     *
     * @param doubts is told what may be meant as it is, and most likely is not
     */
    public static Theory load(DataFolder folder, Consumer<Defect> doubts) {
        return new TheoryReader(folder).read(doubts);
    }

    /** All known systems by id; which of them a leaderboard shows, and in which order, is its configuration's matter. */
    public List<ValueSystem> systems() {
        return List.copyOf(systems.values());
    }

    /**
     * The same with the names and notes of cultures, orders and weights in another language, as far as they are translated.
     * Systems stay as they are: a period has its own, see {@link #translated}.
     *
     * @param language its tag
     */
    public Theory in(String language) {
        return new Theory(
                systems(),
                readers,
                series.values().stream().map(one -> one.in(language)).toList(),
                baselines.stream().map(one -> one.in(language)).toList(),
                profiles.stream().map(one -> one.in(language)).toList(),
                translations);
    }

    /**
     * A system with its names and definitions in another language, as far as they are translated.
     *
     * @param frozen as a period has it
     * @param language its tag
     */
    public ValueSystem translated(ValueSystem frozen, String language) {
        SystemTranslation translation =
                translations.getOrDefault(frozen.id(), Map.of()).get(language);
        return translation == null ? frozen : translation.of(frozen, system(frozen.id()));
    }

    /** A system as it is and in each language into which it is translated. */
    public List<ValueSystem> inEveryLanguage(ValueSystem system) {
        return Stream.concat(
                        Stream.of(system),
                        translations.getOrDefault(system.id(), Map.of()).keySet().stream()
                                .map(language -> translated(system, language)))
                .toList();
    }

    /** Sorted. */
    public List<String> systemIds() {
        return List.copyOf(systems.keySet());
    }

    /** @throws DataException when there is no such system, naming the nearest known one */
    public ValueSystem system(String id) {
        return known("value system", id, systems);
    }

    /** What the embedded recogniser sees of answers to a system's items. */
    public ReaderSettings reader(String systemId) {
        return readers.getOrDefault(systemId, ReaderSettings.DEFAULT);
    }

    /** All culture series by id. */
    public List<CultureSeries> series() {
        return series.values().stream().map(Translated::own).toList();
    }

    /** The series measured with an instrument for this system; they must not be mixed with each other. */
    public List<CultureSeries> seriesOf(String systemId) {
        String id = system(systemId).id();
        return series().stream().filter(one -> one.system().equals(id)).toList();
    }

    /** @throws DataException when there is no such series, naming the nearest known one */
    public CultureSeries series(String id) {
        return known("series of cultures", id, series).own();
    }

    /**
     * @param id such as {@code wvs6/CN}
     * @throws DataException when there is no such culture, naming the nearest known one
     */
    public Culture culture(String id) {
        CultureSeries one = series(id.contains("/") ? id.substring(0, id.indexOf('/')) : id);
        Map<String, Culture> all = new TreeMap<>();
        one.cultures().forEach(culture -> all.put(culture.id(), culture));
        return known("culture", id, all);
    }

    /** Equal weights first, then the named ones in the order of their files. */
    public List<WeightProfile> profiles(String systemId) {
        ValueSystem system = system(systemId);
        return Stream.concat(
                        Stream.of(WeightProfile.equal(system)),
                        profiles.stream()
                                .map(Translated::own)
                                .filter(profile -> profile.system().equals(systemId)))
                .toList();
    }

    /** The order of the system's values that holds across cultures, where one is known. */
    public Optional<RankProfile> baseline(String systemId) {
        String id = system(systemId).id();
        return baselines.stream()
                .map(Translated::own)
                .filter(profile -> profile.system().equals(id))
                .findFirst();
    }

    private static <T> T known(String kind, String id, Map<String, T> all) {
        if (!all.containsKey(id)) {
            throw unknown(kind, id, all.keySet());
        }
        return all.get(id);
    }

    private static DataException unknown(String kind, String id, Collection<String> known) {
        return new DataException(kind, "unknown id '" + id + "'", NearestName.remedy(id, known));
    }
}
