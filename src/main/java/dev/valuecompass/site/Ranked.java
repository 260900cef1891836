package dev.valuecompass.site;

import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A model at its place on a board.
 *
 * @param mean over all dimensions, equal weights; null when one of them is missing
 * @param rank as printed: equal means share the best of their places; the missing mark without a mean
 */
record Ranked(ModelEntry model, Double mean, String rank) {
    /** Sums of the same figures may differ in their last bits; a figure never carries more than nine digits. */
    private static final double SAME = 1e-9;

    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    Ranked::mean, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(one -> one.model().name())
            .thenComparing(one -> one.model().id());

    /** Ranked models first, by rank; models without a mean last, by name. */
    static List<Ranked> byMean(Edition edition, ValueSystem system, Function<ScoreCell, Double> measure) {
        return by(edition.snapshot().models(), model -> Means.ofModel(edition, system, model.id(), measure));
    }

    static List<Ranked> by(List<ModelEntry> models, Function<ModelEntry, Double> figure) {
        List<Ranked> sorted = models.stream()
                .map(model -> new Ranked(model, figure.apply(model), Figures.MISSING))
                .sorted(ORDER)
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked one : sorted) {
            ranked.add(new Ranked(one.model, one.mean, rank(one, ranked)));
        }
        return ranked;
    }

    private static String rank(Ranked one, List<Ranked> before) {
        if (one.mean == null) {
            return Figures.MISSING;
        }
        if (!before.isEmpty()) {
            Ranked last = before.get(before.size() - 1);
            if (last.mean - one.mean <= SAME) {
                return last.rank;
            }
        }
        return Integer.toString(before.size() + 1);
    }
}
