package dev.valuecompass.site.edition;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.GoldCorrection;
import dev.valuecompass.scores.statistics.ItemBootstrap;
import dev.valuecompass.scores.statistics.MeanInterval;
import dev.valuecompass.scores.statistics.Percentiles;
import dev.valuecompass.scores.statistics.Separation;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.GoldLevels;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Intervals of the means over all dimensions of one system. Where a period has its labels they come from the very
 * resamples behind its published intervals, so that values which rise and fall together are treated as such, near 0 and
 * 100 widened to what the intervals of the values add up to. Where it
 * has intervals alone, the bounds are averaged: a mean varies at most as much as its parts do on average, so that errs
 * on the wide side. The recogniser's error widens both.
 */
public final class OverallIntervals {
    /** Points from 0 and 100 within which resampled means are too narrow. */
    private static final double NEAR = 10;

    private final Map<String, Interval> byModel = new HashMap<>();
    private final boolean resampled;
    private final boolean erring;
    private final Map<String, Separation.RankInterval> ranges = new HashMap<>();
    private Separation separation;

    OverallIntervals(Edition edition, ValueSystem system) {
        RunProvenance run = edition.snapshot().run();
        this.resampled = run != null
                && run.scoring() != null
                && run.scoring().resamples() > 0
                && !edition.record().labels().isEmpty();
        if (resampled) {
            resample(edition, system, run);
        } else {
            edition.snapshot().models().forEach(model -> average(edition, system, model.id()));
        }
        this.erring = edition.snapshot().models().stream()
                .flatMap(model -> system.dimensionIds().stream()
                        .map(dimension -> edition.cell(system.id(), model.id(), dimension)))
                .anyMatch(cell -> cell != null && cell.widened());
        byModel.replaceAll((model, interval) -> withError(edition, system, model, interval));
    }

    /** Null when nothing is known about the uncertainty, or the model has no mean. */
    public Interval of(String model) {
        return byModel.get(model);
    }

    /** The ranks that the model may have, by tests of all pairs of means; null where the period cannot say. */
    public Separation.RankInterval range(String model) {
        return ranges.get(model);
    }

    /** The models with a mean, highest first; empty where the period cannot say which of them are told apart. */
    public List<Separation.RankInterval> places() {
        return separation == null ? List.of() : separation.places();
    }

    /** Whether the intervals hold the recogniser's error. */
    public boolean erring() {
        return erring;
    }

    /** Whether the intervals are those of the means themselves rather than upper bounds on their width. */
    public boolean resampled() {
        return resampled;
    }

    /** Which models can be told apart, in a sentence; empty when the period cannot say. */
    public String verdict(PageTexts words) {
        if (separation == null || separation.places().size() < 2) {
            return "";
        }
        int first = separation.groups().get(0).last();
        if (first == 1) {
            return words.get("board.verdict.told-apart");
        }
        return first == separation.places().size()
                ? words.get("board.verdict.no-two")
                : words.get("board.verdict.together", "number", words.number(first));
    }

    private void resample(Edition edition, ValueSystem system, RunProvenance run) {
        LabelTable table = EvaluatedSystem.of(edition.record(), system)
                .covered(run.scoring().minimumCoverage())
                .table(run.scoring().resampled())
                .sorted();
        Map<List<String>, GoldCorrection.Level> corrected = GoldLevels.of(edition.record(), system);
        separation = Separation.of(table, run.scoring(), run.seed(), corrected);
        separation.places().forEach(place -> ranges.put(place.model(), place));
        ItemBootstrap bootstrap = new ItemBootstrap(table, run.scoring().resamples(), run.seed());
        for (int m = 0; m < table.models().size(); m++) {
            if (parts(
                            edition,
                            table.system(),
                            table.dimensions(),
                            table.models().get(m))
                    .isEmpty()) {
                continue;
            }
            Interval interval = Percentiles.interval(
                    bootstrap.mean(m, corrected), run.scoring().level());
            if (interval == null || uniform(edition, system, table.models().get(m))) {
                // Answers that are all alike draw alike: what is known is in the intervals of the values.
                average(edition, system, table.models().get(m));
            } else {
                String model = table.models().get(m);
                byModel.put(
                        model,
                        nearAnEnd(interval) ? MeanInterval.wider(interval, ofParts(edition, system, model)) : interval);
            }
        }
    }

    private static boolean nearAnEnd(Interval interval) {
        return interval.low() < NEAR || interval.high() > 100 - NEAR;
    }

    private static Interval ofParts(Edition edition, ValueSystem system, String model) {
        return MeanInterval.of(
                system.dimensionIds().stream()
                        .map(dimension ->
                                edition.cell(system.id(), model, dimension).headline())
                        .toList(),
                parts(edition, system.id(), system.dimensionIds(), model));
    }

    private static boolean uniform(Edition edition, ValueSystem system, String model) {
        return system.dimensionIds().stream()
                .map(dimension -> edition.cell(system.id(), model, dimension).headline())
                .allMatch(score -> score == 0 || score == 100);
    }

    private void average(Edition edition, ValueSystem system, String model) {
        List<Interval> parts = parts(edition, system.id(), system.dimensionIds(), model);
        if (!parts.isEmpty()) {
            byModel.put(
                    model,
                    new Interval(
                            parts.stream().mapToDouble(Interval::low).sum() / parts.size(),
                            parts.stream().mapToDouble(Interval::high).sum() / parts.size(),
                            parts.get(0).level()));
        }
    }

    /**
     * Wider by what the recogniser's error adds to the intervals of the values, on average: it reads every value with the
     * same eyes, so its errors are not taken to cancel.
     */
    private static Interval withError(Edition edition, ValueSystem system, String model, Interval interval) {
        double below = 0;
        double above = 0;
        for (String dimension : system.dimensionIds()) {
            ScoreCell cell = edition.cell(system.id(), model, dimension);
            below += cell.resampledInterval().low() - cell.headlineInterval().low();
            above += cell.headlineInterval().high() - cell.resampledInterval().high();
        }
        int values = system.dimensionIds().size();
        return new Interval(
                Math.max(0, interval.low() - below / values),
                Math.min(100, interval.high() + above / values),
                interval.level());
    }

    /** The resampled intervals of all dimensions; empty when one of them has none. */
    private static List<Interval> parts(Edition edition, String system, List<String> dimensions, String model) {
        List<Interval> parts = dimensions.stream()
                .map(dimension -> edition.cell(system, model, dimension))
                .filter(cell -> cell != null && cell.resampledInterval() != null)
                .map(ScoreCell::resampledInterval)
                .toList();
        return parts.size() == dimensions.size() ? parts : List.of();
    }
}
