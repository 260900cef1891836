package dev.valuecompass.site;

import dev.valuecompass.snapshot.ModelEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A model at its place on a board.
 *
 * @param mean the figure that it is ranked by; null when missing
 * @param rank as printed: equal figures share the best of their places; the missing mark without one
 */
record Ranked(ModelEntry model, Double mean, String rank) {
    /** Sums of the same figures may differ in their last bits; a figure never carries more than nine digits. */
    private static final double SAME = 1e-9;

    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    Ranked::mean, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(one -> one.model().name())
            .thenComparing(one -> one.model().id());

    /** Ranked models first, by rank; models without a figure last, by name. */
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
