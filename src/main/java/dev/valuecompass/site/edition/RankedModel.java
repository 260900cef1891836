package dev.valuecompass.site.edition;

import dev.valuecompass.scores.Ranking;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.snapshot.ModelEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A model at its place on a board.
 *
 * @param mean the figure that it is ranked by; null when missing
 * @param place from 1, equal figures share the best of their places; null without a figure
 */
public record RankedModel(ModelEntry model, Double mean, Integer place) {
    private static final Comparator<RankedModel> ORDER = Comparator.comparing(
                    RankedModel::place, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> one.model().name())
            .thenComparing(one -> one.model().id());

    /** Ranked models first, by rank; models without a figure last; by name among equals. */
    public static List<RankedModel> by(List<ModelEntry> models, Function<ModelEntry, Double> figure) {
        Map<String, Double> figures = new HashMap<>();
        models.forEach(model -> figures.put(model.id(), figure.apply(model)));
        Map<String, Ranking.RankedScore> places =
                Ranking.of(figures).stream().collect(Collectors.toMap(Ranking.RankedScore::id, place -> place));
        return models.stream()
                .map(model -> new RankedModel(
                        model, figures.get(model.id()), places.get(model.id()).rank()))
                .sorted(ORDER)
                .toList();
    }

    /** As printed: the missing mark without a figure. */
    public String rank() {
        return place == null ? Figures.MISSING : place.toString();
    }
}
