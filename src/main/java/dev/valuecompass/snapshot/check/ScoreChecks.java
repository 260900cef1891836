package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.OutcomeCounting;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The published figures: of known models and dimensions, once each, in range, on one scale. */
final class ScoreChecks {
    private final Snapshot snapshot;
    private final PlacedDefects defects;
    private final Set<String> models;

    ScoreChecks(Snapshot snapshot, PlacedDefects defects) {
        this.snapshot = snapshot;
        this.defects = defects;
        this.models = snapshot.models().stream().map(ModelEntry::id).collect(Collectors.toCollection(TreeSet::new));
    }

    void run() {
        Set<String> systems = new HashSet<>();
        for (int s = 0; s < snapshot.systems().size(); s++) {
            SystemResult result = snapshot.systems().get(s);
            String at = "/systems/" + s;
            if (!systems.add(result.system().id())) {
                add(at, "system '" + result.system().id() + "' stands twice", "keep one");
            }
            SafeName.objection(result.system().id())
                    .ifPresent(why -> add(at, "system id '" + result.system().id() + "' " + why, SafeName.RULE));
            Set<String> cells = new HashSet<>();
            for (int c = 0; c < result.scores().size(); c++) {
                cell(at + "/scores/" + c, result, result.scores().get(c), cells);
            }
            scale(at, result);
        }
    }

    private void cell(String at, SystemResult result, ScoreCell cell, Set<String> seen) {
        String name = result.system().id() + ", " + cell.model() + ", " + cell.dimension();
        if (!models.contains(cell.model())) {
            add(
                    at + "/model",
                    "score of unknown model '" + cell.model() + "'",
                    NearestName.remedy(cell.model(), models));
        }
        List<String> dimensions = result.system().dimensionIds();
        if (!dimensions.contains(cell.dimension())) {
            add(
                    at + "/dimension",
                    "unknown dimension '" + cell.dimension() + "' of "
                            + result.system().id(),
                    NearestName.remedy(cell.dimension(), dimensions));
        }
        if (!seen.add(cell.model() + "\n" + cell.dimension())) {
            add(at, "score of " + name + " stands twice", "keep one");
        }
        percent(at + "/conformity", name, cell.conformity());
        percent(at + "/winRate", name + ", win rate", cell.winRate());
        if (cell.winRateSpread() != null && !(cell.winRateSpread() >= 0 && cell.winRateSpread() <= 100)) {
            add(
                    at + "/winRateSpread",
                    "spread " + cell.winRateSpread() + " of " + name + " is not in 0 to 100",
                    "mend the figure");
        }
        if (cell.designEffect() != null && !(cell.designEffect() >= 0 && Double.isFinite(cell.designEffect()))) {
            add(
                    at + "/designEffect",
                    "design effect " + cell.designEffect() + " of " + name + " is below 0 or no number",
                    "mend the figure");
        }
        interval(at + "/interval", name, cell.interval());
        interval(at + "/intervalWithRecognizerError", name, cell.intervalWithRecognizerError());
        widened(at + "/intervalWithRecognizerError", name, cell);
        corrected(at + "/corrected", name, cell.corrected());
        unfounded(at, name, cell);
        counts(at + "/counts", name, cell.counts());
    }

    private void corrected(String pointer, String name, ScoreCell.Corrected corrected) {
        if (corrected == null) {
            return;
        }
        percent(pointer + "/level", name + ", corrected", corrected.level());
        interval(pointer + "/interval", name + ", corrected", corrected.interval());
        if (corrected.interval() == null || corrected.labels() < 0) {
            add(pointer, "the corrected score of " + name + " has no interval or no number of labels", "give both");
        }
    }

    private void percent(String pointer, String name, Double value) {
        if (value != null && !(value >= 0 && value <= 100)) {
            add(pointer, "score " + value + " of " + name + " is not in 0 to 100", "mend the figure or its scale");
        }
    }

    private void interval(String pointer, String name, Interval interval) {
        if (interval == null) {
            return;
        }
        boolean ordered = interval.low() >= 0 && interval.low() <= interval.high() && interval.high() <= 100;
        if (!ordered || !(interval.level() > 0 && interval.level() < 1)) {
            add(
                    pointer,
                    "interval " + interval.low() + " to " + interval.high() + " at level " + interval.level() + " of "
                            + name + " is not an interval",
                    "low and high are in 0 to 100 in this order, the level is between 0 and 1");
        }
    }

    /** An error that is added to an interval never makes it narrower. */
    private void widened(String pointer, String name, ScoreCell cell) {
        Interval wide = cell.intervalWithRecognizerError();
        Interval plain = cell.interval();
        if (wide != null
                && (plain == null
                        || wide.low() > plain.low()
                        || wide.high() < plain.high()
                        || wide.level() != plain.level())) {
            add(
                    pointer,
                    "the interval with the recogniser's error of " + name + " does not hold its interval",
                    "both are of one level, and the one with the error is no narrower");
        }
    }

    /** What is told of a score needs one. */
    private void unfounded(String at, String name, ScoreCell cell) {
        if (cell.conformity() == null
                && (cell.interval() != null
                        || cell.winRate() != null
                        || cell.winRateSpread() != null
                        || cell.corrected() != null
                        || cell.designEffect() != null)) {
            add(at + "/conformity", "figures of " + name + " without a score", "give the score, or none of them");
        }
    }

    private void counts(String pointer, String name, OutcomeCounts counts) {
        if (counts != null && !OutcomeCounting.adds(counts)) {
            add(
                    pointer,
                    "counts of " + name + " do not add up to the " + counts.asked() + " that were asked",
                    "every response ends in exactly one way");
        }
    }

    /** Only where the source gives no counts: figures with counts follow from labels and cannot slip in scale. */
    private void scale(String at, SystemResult result) {
        SortedMap<String, Map<String, Double>> rows = new TreeMap<>();
        for (ScoreCell cell : result.scores()) {
            if (cell.conformity() != null && cell.counts() == null) {
                rows.computeIfAbsent(cell.model(), model -> new TreeMap<>()).put(cell.dimension(), cell.conformity());
            }
        }
        for (ScaleOutliers.Outlier outlier : ScaleOutliers.find(rows)) {
            int first = 0;
            while (!result.scores().get(first).model().equals(outlier.row())) {
                first++;
            }
            add(
                    at + "/scores/" + first,
                    String.format(
                            java.util.Locale.ROOT,
                            "the %d scores of %s on %s are %.2g times those of the other models",
                            outlier.columns(),
                            outlier.row(),
                            result.system().id(),
                            outlier.factor()),
                    "check the scale of this row; it should be per cent like the others");
        }
    }

    private void add(String pointer, String what, String fix) {
        defects.add(PeriodFiles.SNAPSHOT, pointer, what, fix);
    }
}
