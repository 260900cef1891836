package dev.valuecompass.site.model;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.model.ModelPage.ScoreDot;
import dev.valuecompass.site.text.Figures;
import java.util.List;

/** Places a figure among those of all models, on the drawing that {@link Dot} describes. */
final class DotBuilder {
    private static final double SCALE = 2;

    private DotBuilder() {}

    /**
     * @param interval null when the uncertainty is not reported
     * @param sorted the figures of all models, highest first, at least one
     */
    static ScoreDot of(double value, Interval interval, List<Double> sorted) {
        double highest = sorted.get(0);
        double lowest = sorted.get(sorted.size() - 1);
        double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        return new ScoreDot(
                place(value),
                interval == null ? null : place(interval.low()),
                interval == null ? null : place(interval.high()),
                place(lowest),
                place(highest - lowest),
                place(middle));
    }

    private static String place(double value) {
        return Figures.place(SCALE * value);
    }
}
