package dev.valuecompass.snapshot.store;

import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of scores and of models. */
final class ScoreTables {
    /** How a response ends, in the order of {@link OutcomeCounts#ends()}. */
    private static final List<String> ENDS = List.of(
            "answered: answers that were read",
            "refused: the model declined",
            "filtered: the provider's filter stopped prompt or answer",
            "truncated: the output limit cut the answer",
            "empty: nothing visible came",
            "unparsed: an answer, but not in the form asked for",
            "unscored: an answer without a label for this value",
            "failed: errors of provider, transport or context",
            "skipped: for want of budget, or cancelled");

    private final Snapshot snapshot;

    ScoreTables(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    private record Score(String system, ScoreCell cell, ModelEntry model) {}

    PeriodTable scores() {
        Columns<Score> columns = Columns.<Score>of(snapshot.period())
                .whole("revision", "of the period, from 1; a correction adds one", row -> snapshot.revision())
                .text("system", "id of the value system", Score::system)
                .text("dimension", "id of the value", row -> row.cell().dimension())
                .text("model", "id of the model", row -> row.cell().model())
                .text("name", "of the model, as shown", row -> row.model().name())
                .text("developer", "who made the model", row -> row.model().developer())
                .number("conformity", "score, 0 to 100", row -> row.cell().conformity())
                .number("interval_low", "lower end of the score's interval, 0 to 100", low(ScoreCell::interval))
                .number("interval_high", "upper end, 0 to 100", high(ScoreCell::interval))
                .number(
                        "interval_level",
                        "share of such intervals that hold the truth, 0 to 1",
                        row -> of(row.cell().interval(), Interval::level))
                .number(
                        "win_rate",
                        "mean chance of being rated above another model, per cent",
                        row -> row.cell().winRate())
                .number(
                        "win_rate_spread",
                        "standard deviation of the win rate over item orders, points",
                        row -> row.cell().winRateSpread())
                .whole(
                        "asked",
                        "responses asked for; the sum of the following",
                        row -> of(row.cell().counts(), OutcomeCounts::asked));
        for (int i = 0; i < ENDS.size(); i++) {
            String[] end = ENDS.get(i).split(": ", 2);
            int place = i;
            columns.whole(
                    end[0],
                    end[1],
                    row -> of(row.cell().counts(), counts -> counts.ends().get(place)));
        }
        return columns.number(
                        "interval_with_error_low",
                        "lower end of the interval that holds the recogniser's error too, 0 to 100",
                        low(ScoreCell::intervalWithRecognizerError))
                .number("interval_with_error_high", "upper end, 0 to 100", high(ScoreCell::intervalWithRecognizerError))
                .number(
                        "design_effect",
                        "variance of the score over that of as many independent answers, from 0",
                        row -> row.cell().designEffect())
                .number(
                        "corrected",
                        "score as people would have labelled the answers, 0 to 100",
                        row -> of(row.cell().corrected(), ScoreCell.Corrected::level))
                .number("corrected_low", "lower end of its interval, 0 to 100", low(ScoreTables::corrected))
                .number("corrected_high", "upper end, 0 to 100", high(ScoreTables::corrected))
                .whole(
                        "gold_labels",
                        "labels by people of this model on this value",
                        row -> of(row.cell().corrected(), ScoreCell.Corrected::labels))
                .table(PeriodTables.SCORES, List.of("period", "system", "dimension", "model"), () -> {
                    Map<String, ModelEntry> models =
                            snapshot.models().stream().collect(Collectors.toMap(ModelEntry::id, model -> model));
                    return snapshot.systems().stream()
                            .flatMap(result -> result.scores().stream()
                                    .map(cell -> new Score(result.system().id(), cell, models.get(cell.model()))));
                });
    }

    private static Interval corrected(ScoreCell cell) {
        return of(cell.corrected(), ScoreCell.Corrected::interval);
    }

    private static Function<Score, Double> low(Function<ScoreCell, Interval> interval) {
        return row -> of(interval.apply(row.cell()), Interval::low);
    }

    private static Function<Score, Double> high(Function<ScoreCell, Interval> interval) {
        return row -> of(interval.apply(row.cell()), Interval::high);
    }

    /** Facts, then a score in a column {@code <system>.<dimension>} for each value. */
    PeriodTable models() {
        Columns<ModelEntry> columns = Columns.<ModelEntry>of(snapshot.period())
                .text("model", "id of the model", ModelEntry::id)
                .text("name", "of the model, as shown", ModelEntry::name)
                .text("developer", "who made the model", ModelEntry::developer)
                .text("country", "of the developer, ISO 3166-1 alpha-2", ModelEntry::country)
                .text("family", "models of one line", ModelEntry::family)
                .date("released", "when the model came out", ModelEntry::released)
                .text(
                        "access",
                        "`open` where the weights can be downloaded, else `proprietary`",
                        model -> of(model.open(), open -> open ? "open" : "proprietary"))
                .flag("reasoning", "whether it reasons before it answers", ModelEntry::reasoning)
                .text("licence", "of the model", ModelEntry::licence)
                .number("size_billions", "parameters, in billions", ModelEntry::sizeBillions)
                .number(
                        "price_input",
                        "US dollars a million prompt tokens",
                        model -> of(model.price(), ModelEntry.PricePaid::input))
                .number(
                        "price_output",
                        "US dollars a million completion tokens",
                        model -> of(model.price(), ModelEntry.PricePaid::output))
                .date(
                        "price_since",
                        "from when the price held",
                        model -> of(model.price(), price -> date(price.since())))
                .text("source", "how its answers came: `provider`, `recorded` or `simulated`", ModelEntry::source);
        Map<String, Double> scores = new HashMap<>();
        for (SystemResult result : snapshot.systems()) {
            String system = result.system().id();
            result.scores()
                    .forEach(cell ->
                            scores.put(cell.model() + "\n" + system + "." + cell.dimension(), cell.conformity()));
            for (Dimension dimension : result.system().dimensions()) {
                String name = system + "." + dimension.id();
                columns.number(
                        name,
                        "score on " + dimension.name() + ", 0 to 100",
                        model -> scores.get(model.id() + "\n" + name));
            }
        }
        return columns.table(PeriodTables.MODELS, List.of("period", "model"), snapshot.models()::stream);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static <T, V> V of(T part, Function<T, V> value) {
        return part == null ? null : value.apply(part);
    }
}
