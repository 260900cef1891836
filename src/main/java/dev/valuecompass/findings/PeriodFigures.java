package dev.valuecompass.findings;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of a period as claims ask for them. Immutable. */
final class PeriodFigures {
    private final PeriodRecord record;
    private final Optional<PeriodRecord> before;
    private final Theory theory;
    private final Map<String, ModelEntry> models = new HashMap<>();
    private final Map<String, SystemResult> results = new HashMap<>();
    private final Map<String, SortedMap<String, Map<String, Double>>> profiles = new HashMap<>();
    private final Map<String, SortedMap<String, Double>> means = new HashMap<>();
    private final Map<String, Map<String, List<Interval>>> intervals = new HashMap<>();

    /**
     * @param before the period that came before, where there is one
     * @param theory for cultures and baselines
     */
    PeriodFigures(PeriodRecord record, Optional<PeriodRecord> before, Theory theory) {
        this.record = record;
        this.before = before;
        this.theory = theory;
        record.snapshot().models().forEach(model -> models.putIfAbsent(model.id(), model));
        for (SystemResult result : record.snapshot().systems()) {
            results.put(result.system().id(), result);
            profiles.put(result.system().id(), complete(result));
            means.put(result.system().id(), means(profiles(result.system().id())));
            Map<String, List<Interval>> byModel = new HashMap<>();
            for (ScoreCell cell : result.scores()) {
                if (cell.interval() != null) {
                    byModel.computeIfAbsent(cell.model(), id -> new ArrayList<>())
                            .add(cell.interval());
                }
            }
            intervals.put(result.system().id(), byModel);
        }
    }

    public PeriodRecord record() {
        return record;
    }

    /** The period before this one; empty for the first. */
    public Optional<PeriodRecord> before() {
        return before;
    }

    public Theory theory() {
        return theory;
    }

    /** In the order of publication. */
    public List<ValueSystem> systems() {
        return record.snapshot().systems().stream().map(SystemResult::system).toList();
    }

    public Optional<ModelEntry> model(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** Of every model with a score on each value of the system, the scores in [0, 100] by value; by model id. */
    public SortedMap<String, Map<String, Double>> profiles(String system) {
        return profiles.get(system);
    }

    /** The same models with their means over all values, in [0, 100]. */
    public SortedMap<String, Double> means(String system) {
        return means.get(system);
    }

    private static SortedMap<String, Double> means(SortedMap<String, Map<String, Double>> profiles) {
        SortedMap<String, Double> means = new TreeMap<>();
        profiles.forEach((model, scores) -> means.put(
                model, scores.values().stream().mapToDouble(x -> x).average().orElseThrow()));
        return Collections.unmodifiableSortedMap(means);
    }

    /** The means of these models, in their order. */
    public double[] means(String system, List<String> models) {
        SortedMap<String, Double> means = means(system);
        return models.stream().mapToDouble(means::get).toArray();
    }

    /**
     * Bounds of a model's mean: the means of the bounds of its scores, which are at least as far apart as those of the mean
     * itself. Empty when the period reports no uncertainty.
     */
    public Optional<Interval> meanInterval(String system, String model) {
        List<Interval> parts = intervals.get(system).getOrDefault(model, List.of());
        return parts.isEmpty()
                        || parts.size()
                                < results.get(system).system().dimensions().size()
                ? Optional.empty()
                : Optional.of(new Interval(
                        parts.stream().mapToDouble(Interval::low).average().orElseThrow(),
                        parts.stream().mapToDouble(Interval::high).average().orElseThrow(),
                        parts.get(0).level()));
    }

    private static SortedMap<String, Map<String, Double>> complete(SystemResult result) {
        SortedMap<String, Map<String, Double>> byModel = new TreeMap<>();
        for (ScoreCell cell : result.scores()) {
            if (cell.conformity() != null) {
                byModel.computeIfAbsent(cell.model(), id -> new TreeMap<>()).put(cell.dimension(), cell.conformity());
            }
        }
        byModel.values()
                .removeIf(scores -> !scores.keySet().containsAll(result.system().dimensionIds()));
        return byModel;
    }
}
