package dev.valuecompass.site.edition;

import dev.valuecompass.language.Language;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One period as its pages need it: where each page lies, and every figure by its place. Immutable. */
public final class Edition {
    private final PeriodRecord record;
    private final History history;
    private final PageAddresses places;
    private final Language language;
    private final Edition base;
    private final QuestionIndex questions;
    private final Map<String, ModelEntry> entries;
    private final Map<String, Map<String, Map<String, ScoreCell>>> cells;
    private final Map<String, OverallIntervals> intervals;
    private final Map<Measure, ModelRanking> standings;

    /**
     * @param history of all periods of the site
     * @param language that its pages are written in
     */
    public Edition(PeriodRecord record, History history, Language language) {
        this.record = record;
        this.history = history;
        this.language = language;
        this.base = this;
        this.entries = new HashMap<>();
        this.cells = new HashMap<>();
        this.intervals = new HashMap<>();
        this.standings = new EnumMap<>(Measure.class);
        Snapshot snapshot = record.snapshot();
        this.places = PageAddresses.of(snapshot);
        this.questions = new QuestionIndex(record, places);
        snapshot.models().forEach(model -> entries.put(model.id(), model));
        for (SystemResult result : snapshot.systems()) {
            Map<String, Map<String, ScoreCell>> byModel = new HashMap<>();
            result.scores()
                    .forEach(cell -> byModel.computeIfAbsent(cell.model(), m -> new HashMap<>())
                            .put(cell.dimension(), cell));
            cells.put(result.system().id(), byModel);
        }
        valueSystems().forEach(system -> intervals.put(system.id(), new OverallIntervals(this, system)));
        for (Measure measure : Measure.values()) {
            standings.put(measure, new ModelRanking(this, measure));
        }
    }

    private Edition(Edition other, PeriodRecord record, PageAddresses places, Language language) {
        this.record = record;
        this.history = other.history;
        this.language = language;
        this.base = other.base;
        this.places = places;
        this.questions = other.questions.in(places);
        this.entries = other.entries;
        this.cells = other.cells;
        this.intervals = other.intervals;
        this.standings = other.standings;
    }

    /**
     * The same figures for readers of another language.
     *
     * @param folder where its pages lie, as in {@link PageAddresses#in}
     * @param translation gives a value system its names and definitions in that language
     */
    public Edition in(Language other, String folder, UnaryOperator<ValueSystem> translation) {
        List<SystemResult> systems = snapshot().systems().stream()
                .map(result -> new SystemResult(
                        translation.apply(result.system()),
                        result.items(),
                        result.scores(),
                        result.evolved(),
                        result.evolution()))
                .toList();
        return new Edition(this, record.withSnapshot(snapshot().withSystems(systems)), places.in(folder), other);
    }

    /** The edition in English that this one was made from; files that are written once come from it. */
    public Edition base() {
        return base;
    }

    public Language language() {
        return language;
    }

    /** The texts of its language. */
    public PageTexts words() {
        return language.words();
    }

    /** The name of a category by the system, or by the language; the category itself where neither names it. */
    public String category(ValueSystem system, String category) {
        String key = "category." + category;
        return system.dimensions().stream()
                .flatMap(dimension -> dimension.tasks().stream())
                .flatMap(task -> task.categories().stream())
                .filter(one -> one.id().equals(category))
                .map(Dimension.Category::name)
                .findFirst()
                .orElse(words().has(key) ? words().get(key) : category);
    }

    public PeriodRecord record() {
        return record;
    }

    public Snapshot snapshot() {
        return record.snapshot();
    }

    public PageAddresses places() {
        return places;
    }

    public History history() {
        return history;
    }

    public String period() {
        return snapshot().period();
    }

    /** As people say it, such as {@code November 2026}. */
    public String month() {
        return words().month(period());
    }

    /** Whether another platform made the figures. */
    public boolean imported() {
        return snapshot().origin().imported();
    }

    /** Why the period does not stand any more; empty while it does. */
    public Optional<Withdrawal> withdrawal() {
        return history.withdrawal(period());
    }

    /** Null when the model has no figure on the dimension. */
    public ScoreCell cell(String system, String model, String dimension) {
        return cells.getOrDefault(system, Map.of())
                .getOrDefault(model, Map.of())
                .get(dimension);
    }

    /** Whether the model has any figure on the system. */
    public boolean covers(String system, String model) {
        return cells.getOrDefault(system, Map.of()).containsKey(model);
    }

    /** Null when there is none. */
    public Double figure(Measure measure, String system, String model, String dimension) {
        ScoreCell cell = cell(system, model, dimension);
        return cell == null ? null : measure.of(cell);
    }

    /** The scores of a model by dimension; missing ones are absent. */
    public Map<String, Double> profile(ValueSystem system, String model) {
        Map<String, Double> scores = new HashMap<>();
        for (String dimension : system.dimensionIds()) {
            Double score = figure(Measure.CONFORMITY, system.id(), model, dimension);
            if (score != null) {
                scores.put(dimension, score);
            }
        }
        return scores;
    }

    /** The same of all models. */
    public List<Map<String, Double>> profiles(ValueSystem system) {
        return snapshot().models().stream()
                .map(model -> profile(system, model.id()))
                .toList();
    }

    /** How sure the means over all values of a system are. */
    public OverallIntervals intervals(String system) {
        return intervals.get(system);
    }

    public ModelRanking standings(Measure measure) {
        return standings.get(measure);
    }

    /** Empty when the period does not have the system. */
    public Optional<SystemResult> system(String id) {
        return snapshot().systems().stream()
                .filter(result -> result.system().id().equals(id))
                .findFirst();
    }

    /** The name of a value system in the language of these pages. @param frozen its name in the period; others stay as they are */
    public String inItsLanguage(String frozen) {
        return base.valueSystems().stream()
                .filter(system -> system.name().equals(frozen))
                .flatMap(
                        system -> valueSystems().stream().filter(own -> own.id().equals(system.id())))
                .map(ValueSystem::name)
                .findFirst()
                .orElse(frozen);
    }

    /** In the order of publication. */
    public List<ValueSystem> valueSystems() {
        return snapshot().systems().stream().map(SystemResult::system).toList();
    }

    /** What was asked. */
    public QuestionIndex questions() {
        return questions;
    }
}
