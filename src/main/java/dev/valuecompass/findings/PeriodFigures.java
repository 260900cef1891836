package dev.valuecompass.findings;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Topics;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
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

/** The figures of a period as claims ask for them, one after the other. */
final class PeriodFigures {
    private final PeriodRecord record;
    private final Optional<PeriodRecord> before;
    private final Theory theory;
    private final Map<String, ModelEntry> models = new HashMap<>();
    private final Map<String, SystemResult> results = new HashMap<>();
    private final Map<String, SortedMap<String, Map<String, Double>>> profiles = new HashMap<>();
    private final Map<String, SortedMap<String, Double>> means = new HashMap<>();
    private final Map<String, Map<String, List<Interval>>> intervals = new HashMap<>();
    private final Map<String, List<ItemMean>> itemMeans = new HashMap<>();

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
                if (cell.resampledInterval() != null) {
                    byModel.computeIfAbsent(cell.model(), id -> new ArrayList<>())
                            .add(cell.resampledInterval());
                }
            }
            intervals.put(result.system().id(), byModel);
        }
    }

    PeriodRecord record() {
        return record;
    }

    /** The period before this one; empty for the first. */
    Optional<PeriodRecord> before() {
        return before;
    }

    Theory theory() {
        return theory;
    }

    /** In the order of publication. */
    List<ValueSystem> systems() {
        return record.snapshot().systems().stream().map(SystemResult::system).toList();
    }

    Optional<ModelEntry> model(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** Of every model with a score on each value of the system, the scores in [0, 100] by value; by model id. */
    SortedMap<String, Map<String, Double>> profiles(String system) {
        return profiles.get(system);
    }

    /** The same models with their means over all values, in [0, 100]. */
    SortedMap<String, Double> means(String system) {
        return means.get(system);
    }

    private static SortedMap<String, Double> means(SortedMap<String, Map<String, Double>> profiles) {
        SortedMap<String, Double> means = new TreeMap<>();
        profiles.forEach((model, scores) -> means.put(
                model, scores.values().stream().mapToDouble(x -> x).average().orElseThrow()));
        return Collections.unmodifiableSortedMap(means);
    }

    /** The means of these models, in their order. */
    double[] means(String system, List<String> models) {
        SortedMap<String, Double> means = means(system);
        return models.stream().mapToDouble(means::get).toArray();
    }

    /**
     * An item on one dimension.
     *
     * @param topic that it hangs together with, see {@link Topics}
     * @param percent share of its scored answers that express the value, the mean over the models
     */
    record ItemMean(Item item, String topic, String dimension, double percent) {}

    /** Of every item of a system and dimension with a scored answer, over the models with a score on each value. */
    List<ItemMean> itemMeans(String system) {
        return itemMeans.computeIfAbsent(system, this::readItemMeans);
    }

    private List<ItemMean> readItemMeans(String system) {
        List<Item> items = record.items().stream()
                .map(ItemRecord::item)
                .filter(item -> item.system().equals(system))
                .toList();
        List<String> topics = Topics.of(items);
        List<String> dimensions = results.get(system).system().dimensionIds();
        Map<String, double[][]> sums = new HashMap<>();
        for (String model : profiles(system).keySet()) {
            Map<String, int[][]> counts = new HashMap<>();
            for (LabelRecord row : record.labels().getOrDefault(model, List.of())) {
                count(counts.computeIfAbsent(row.item(), id -> new int[2][dimensions.size()]), row.labels());
            }
            counts.forEach((item, count) ->
                    add(sums.computeIfAbsent(item, id -> new double[2][dimensions.size()]), count));
        }
        List<ItemMean> means = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            double[][] sum = sums.get(items.get(i).id());
            for (int d = 0; sum != null && d < dimensions.size(); d++) {
                if (sum[0][d] > 0) {
                    means.add(
                            new ItemMean(items.get(i), topics.get(i), dimensions.get(d), 100 * sum[1][d] / sum[0][d]));
                }
            }
        }
        return List.copyOf(means);
    }

    private static void count(int[][] counts, String labels) {
        for (int d = 0; d < Math.min(labels.length(), counts[0].length); d++) {
            counts[0][d] += Label.isCode(labels.charAt(d)) ? 1 : 0;
            counts[1][d] += labels.charAt(d) == Label.EXPRESSES.code() ? 1 : 0;
        }
    }

    private static void add(double[][] sums, int[][] counts) {
        for (int d = 0; d < counts[0].length; d++) {
            if (counts[0][d] > 0) {
                sums[0][d]++;
                sums[1][d] += (double) counts[1][d] / counts[0][d];
            }
        }
    }

    /**
     * Bounds of a model's mean: the means of the bounds of its scores, which are at least as far apart as those of the mean
     * itself. Empty when the period reports no uncertainty.
     */
    Optional<Interval> meanInterval(String system, String model) {
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
        SortedMap<String, Map<String, Double>> byModel = result.headlines();
        byModel.values()
                .removeIf(scores -> !scores.keySet().containsAll(result.system().dimensionIds()));
        return byModel;
    }
}
