package dev.valuecompass.site.edition;

import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where the models stand by one measure, computed once for all pages of a period. */
public final class ModelRanking {
    private final Map<String, List<RankedModel>> boards = new HashMap<>();
    private final Map<String, Map<String, RankedModel>> places = new HashMap<>();
    private final Map<String, Long> compared = new HashMap<>();
    private final Map<String, RankedField> fields = new HashMap<>();

    /**
     * All models on one dimension.
     *
     * @param sorted their figures, highest first
     * @param mean null when no model has a figure
     * @param ranks by model id
     */
    public record RankedField(List<Double> sorted, Double mean, Map<String, String> ranks) {}

    ModelRanking(Edition edition, Measure measure) {
        List<ModelEntry> models = edition.snapshot().models();
        for (ValueSystem system : edition.valueSystems()) {
            List<RankedModel> ranked = RankedModel.by(
                    models,
                    model -> EqualWeightMeans.of(edition, measure, system.id(), model.id(), system.dimensionIds()));
            boards.put(system.id(), ranked);
            compared.put(
                    system.id(),
                    ranked.stream().filter(one -> one.mean() != null).count());
            places.put(
                    system.id(),
                    ranked.stream().collect(Collectors.toMap(one -> one.model().id(), one -> one)));
            for (Dimension dimension : system.dimensions()) {
                fields.put(
                        key(system.id(), dimension.id()),
                        field(RankedModel.by(
                                models, model -> edition.figure(measure, system.id(), model.id(), dimension.id()))));
            }
        }
    }

    /** By the mean over all dimensions: ranked models first, models without a mean last, by name. */
    public List<RankedModel> board(String system) {
        return boards.get(system);
    }

    /** How many models have a mean. */
    public long compared(String system) {
        return compared.get(system);
    }

    public RankedModel place(String system, String model) {
        return places.get(system).get(model);
    }

    public RankedField field(String system, String dimension) {
        return fields.get(key(system, dimension));
    }

    /** The mean of all models on one dimension; null when no model has a figure. */
    public Double mean(String system, String dimension) {
        return field(system, dimension).mean();
    }

    private static RankedField field(List<RankedModel> ranked) {
        List<Double> sorted =
                ranked.stream().map(RankedModel::mean).filter(Objects::nonNull).toList();
        return new RankedField(
                sorted,
                EqualWeightMeans.overModels(sorted),
                ranked.stream().collect(Collectors.toMap(one -> one.model().id(), RankedModel::rank)));
    }

    private static String key(String system, String dimension) {
        return system + "/" + dimension;
    }
}
