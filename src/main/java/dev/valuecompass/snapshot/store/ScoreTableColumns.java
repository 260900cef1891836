package dev.valuecompass.snapshot.store;

import static dev.valuecompass.snapshot.store.CsvColumn.Type.DATE;
import static dev.valuecompass.snapshot.store.CsvColumn.Type.NUMBER;
import static dev.valuecompass.snapshot.store.CsvColumn.Type.TEXT;
import static dev.valuecompass.snapshot.store.CsvColumn.Type.WHOLE;

import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@link PeriodCsv}, with what they mean. An empty value is a missing one, never 0. */
public final class ScoreTableColumns {
    /** A row for each score. */
    public static final List<CsvColumn> LONG = List.of(
            new CsvColumn("period", TEXT, "year and month"),
            new CsvColumn("revision", WHOLE, "of the period, from 1; a correction adds one"),
            new CsvColumn("system", TEXT, "id of the value system"),
            new CsvColumn("dimension", TEXT, "id of the value"),
            new CsvColumn("model", TEXT, "id of the model"),
            new CsvColumn("name", TEXT, "of the model, as shown"),
            new CsvColumn("developer", TEXT, "who made the model"),
            new CsvColumn("conformity", NUMBER, "score, 0 to 100"),
            new CsvColumn("interval_low", NUMBER, "lower end of the score's interval, 0 to 100"),
            new CsvColumn("interval_high", NUMBER, "upper end, 0 to 100"),
            new CsvColumn("interval_level", NUMBER, "share of such intervals that hold the truth, 0 to 1"),
            new CsvColumn("win_rate", NUMBER, "mean chance of being rated above another model, per cent"),
            new CsvColumn("win_rate_spread", NUMBER, "standard deviation of the win rate over item orders, points"),
            new CsvColumn("asked", WHOLE, "responses asked for; the sum of the following"),
            new CsvColumn("answered", WHOLE, "answers that were read"),
            new CsvColumn("refused", WHOLE, "the model declined"),
            new CsvColumn("filtered", WHOLE, "the provider's filter stopped prompt or answer"),
            new CsvColumn("truncated", WHOLE, "the output limit cut the answer"),
            new CsvColumn("empty", WHOLE, "nothing visible came"),
            new CsvColumn("unparsed", WHOLE, "an answer, but not in the form asked for"),
            new CsvColumn("unscored", WHOLE, "an answer without a label for this value"),
            new CsvColumn("failed", WHOLE, "errors of provider, transport or context"),
            new CsvColumn("skipped", WHOLE, "for want of budget, or cancelled"),
            new CsvColumn(
                    "interval_with_error_low",
                    NUMBER,
                    "lower end of the interval that holds the recogniser's error too, 0 to 100"),
            new CsvColumn("interval_with_error_high", NUMBER, "upper end, 0 to 100"),
            new CsvColumn(
                    "design_effect", NUMBER, "variance of the score over that of as many independent answers, from 0"));

    /** The first columns of the table with a row for each model. */
    public static final List<CsvColumn> MODEL = List.of(
            new CsvColumn("model", TEXT, "id of the model"),
            new CsvColumn("name", TEXT, "of the model, as shown"),
            new CsvColumn("developer", TEXT, "who made the model"),
            new CsvColumn("country", TEXT, "of the developer, ISO 3166-1 alpha-2"),
            new CsvColumn("family", TEXT, "models of one line"),
            new CsvColumn("released", DATE, "when the model came out"));

    private ScoreTableColumns() {}

    /** A row for each model: facts, then a score in a column {@code <system>.<dimension>} for each value. */
    public static List<CsvColumn> wide(Snapshot snapshot) {
        List<CsvColumn> columns = new ArrayList<>(MODEL);
        for (SystemResult result : snapshot.systems()) {
            for (Dimension dimension : result.system().dimensions()) {
                columns.add(new CsvColumn(
                        result.system().id() + "." + dimension.id(),
                        NUMBER,
                        "score on " + dimension.name() + ", 0 to 100"));
            }
        }
        return columns;
    }

    static List<String> names(List<CsvColumn> columns) {
        return columns.stream().map(CsvColumn::name).toList();
    }
}
