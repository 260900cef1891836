package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Csv;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scores of a period as tables. A missing score is an empty value, never a 0. */
public final class PeriodCsv {
    private PeriodCsv() {}

    /** A row for each score, with its uncertainty and its counts. */
    public static String tall(Snapshot snapshot) {
        Map<String, ModelEntry> models = new HashMap<>();
        snapshot.models().forEach(model -> models.put(model.id(), model));
        List<List<Object>> rows = new ArrayList<>();
        for (SystemResult result : snapshot.systems()) {
            for (ScoreCell cell : result.scores()) {
                rows.add(row(snapshot, result, cell, models.get(cell.model())));
            }
        }
        return Csv.write(ScoreTableColumns.names(ScoreTableColumns.LONG), rows);
    }

    /** A row for each model; conformity in a column {@code <system>.<dimension>} for each dimension. */
    public static String wide(Snapshot snapshot) {
        Map<String, Double> scores = new HashMap<>();
        List<String> columns = new ArrayList<>();
        for (SystemResult result : snapshot.systems()) {
            result.system()
                    .dimensionIds()
                    .forEach(dimension -> columns.add(result.system().id() + "." + dimension));
            result.scores()
                    .forEach(cell -> scores.put(
                            cell.model() + "\n" + result.system().id() + "." + cell.dimension(), cell.conformity()));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (ModelEntry model : snapshot.models()) {
            List<Object> row = values(
                    model.id(), model.name(), model.developer(), model.country(), model.family(), model.released());
            columns.forEach(column -> row.add(scores.get(model.id() + "\n" + column)));
            rows.add(row);
        }
        return Csv.write(ScoreTableColumns.names(ScoreTableColumns.wide(snapshot)), rows);
    }

    private static List<Object> row(Snapshot snapshot, SystemResult result, ScoreCell cell, ModelEntry model) {
        List<Object> row = values(
                snapshot.period(),
                snapshot.revision(),
                result.system().id(),
                cell.dimension(),
                model.id(),
                model.name(),
                model.developer(),
                cell.conformity(),
                cell.interval() == null ? null : cell.interval().low(),
                cell.interval() == null ? null : cell.interval().high(),
                cell.interval() == null ? null : cell.interval().level(),
                cell.winRate(),
                cell.winRateSpread());
        OutcomeCounts c = cell.counts();
        if (c == null) {
            row.addAll(values(new Object[10]));
        } else {
            row.add(c.asked());
            row.addAll(c.ends());
        }
        Interval withError = cell.intervalWithRecognizerError();
        row.add(withError == null ? null : withError.low());
        row.add(withError == null ? null : withError.high());
        row.add(cell.designEffect());
        return row;
    }

    /** A list that may hold nulls and grow. */
    private static List<Object> values(Object... values) {
        return Stream.of(values).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }
}
