package dev.valuecompass.snapshot.store;

import static dev.valuecompass.snapshot.store.TableColumn.Type.DATE;
import static dev.valuecompass.snapshot.store.TableColumn.Type.FLAG;
import static dev.valuecompass.snapshot.store.TableColumn.Type.NUMBER;
import static dev.valuecompass.snapshot.store.TableColumn.Type.TEXT;
import static dev.valuecompass.snapshot.store.TableColumn.Type.WHOLE;

import dev.valuecompass.items.Item;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a period, made from its frozen files. */
public final class PeriodTables {
    /** A row for each score. */
    public static final String SCORES = "scores";

    /** A row for each model. */
    public static final String MODELS = "models";

    private final PeriodRecord record;
    private final Map<String, ModelEntry> models;
    private final Map<String, Item> items;
    private final Map<String, List<String>> dimensions;

    private PeriodTables(PeriodRecord record) {
        this.record = record;
        this.models = record.snapshot().models().stream().collect(Collectors.toMap(ModelEntry::id, model -> model));
        this.items = record.items().stream().map(ItemRecord::item).collect(Collectors.toMap(Item::id, item -> item));
        this.dimensions = record.snapshot().systems().stream()
                .map(SystemResult::system)
                .collect(Collectors.toMap(system -> system.id(), system -> system.dimensionIds()));
    }

    /** Every table that the period has rows for, the scores first. */
    public static List<PeriodTable> of(PeriodRecord record) {
        PeriodTables tables = new PeriodTables(record);
        List<PeriodTable> all = new ArrayList<>(List.of(tables.scores(), tables.models()));
        if (!record.items().isEmpty()) {
            all.add(tables.items());
            all.add(tables.itemValues());
        }
        if (!record.labels().isEmpty()) {
            all.add(tables.labels());
        }
        if (!record.cases().isEmpty()) {
            all.add(tables.cases());
            all.add(tables.readings());
        }
        return all;
    }

    /** A column with the way to its value in what a row is made of. */
    private record Column<R>(TableColumn shown, Function<R, Object> value) {}

    private static <R> Column<R> column(String name, TableColumn.Type type, String meaning, Function<R, Object> value) {
        return new Column<>(new TableColumn(name, type, meaning), value);
    }

    private <R> Column<R> period() {
        return column("period", TEXT, "year and month", row -> record.snapshot().period());
    }

    private static <R> PeriodTable table(
            String name, List<String> key, List<Column<R>> columns, Supplier<Stream<R>> rows) {
        return new PeriodTable(
                name,
                key,
                columns.stream().map(Column::shown).toList(),
                () -> rows.get().map(row -> {
                    List<Object> values = new ArrayList<>(columns.size());
                    columns.forEach(column -> values.add(column.value().apply(row)));
                    return values;
                }));
    }

    private record Score(String system, ScoreCell cell, ModelEntry model) {}

    private PeriodTable scores() {
        List<Column<Score>> columns = new ArrayList<>(List.of(
                period(),
                column(
                        "revision",
                        WHOLE,
                        "of the period, from 1; a correction adds one",
                        row -> record.snapshot().revision()),
                column("system", TEXT, "id of the value system", Score::system),
                column("dimension", TEXT, "id of the value", row -> row.cell().dimension()),
                column("model", TEXT, "id of the model", row -> row.cell().model()),
                column(
                        "name",
                        TEXT,
                        "of the model, as shown",
                        row -> row.model().name()),
                column(
                        "developer",
                        TEXT,
                        "who made the model",
                        row -> row.model().developer()),
                column(
                        "conformity",
                        NUMBER,
                        "score, 0 to 100",
                        row -> row.cell().conformity()),
                interval("interval_low", "lower end of the score's interval, 0 to 100", Interval::low),
                interval("interval_high", "upper end, 0 to 100", Interval::high),
                interval("interval_level", "share of such intervals that hold the truth, 0 to 1", Interval::level),
                column(
                        "win_rate",
                        NUMBER,
                        "mean chance of being rated above another model, per cent",
                        row -> row.cell().winRate()),
                column(
                        "win_rate_spread",
                        NUMBER,
                        "standard deviation of the win rate over item orders, points",
                        row -> row.cell().winRateSpread()),
                count("asked", "responses asked for; the sum of the following", OutcomeCounts::asked)));
        List<String> ends = List.of(
                "answered: answers that were read",
                "refused: the model declined",
                "filtered: the provider's filter stopped prompt or answer",
                "truncated: the output limit cut the answer",
                "empty: nothing visible came",
                "unparsed: an answer, but not in the form asked for",
                "unscored: an answer without a label for this value",
                "failed: errors of provider, transport or context",
                "skipped: for want of budget, or cancelled");
        for (int i = 0; i < ends.size(); i++) {
            String[] end = ends.get(i).split(": ", 2);
            int place = i;
            columns.add(count(end[0], end[1], counts -> counts.ends().get(place)));
        }
        columns.add(column(
                "interval_with_error_low",
                NUMBER,
                "lower end of the interval that holds the recogniser's error too, 0 to 100",
                row -> of(row.cell().intervalWithRecognizerError(), Interval::low)));
        columns.add(column(
                "interval_with_error_high",
                NUMBER,
                "upper end, 0 to 100",
                row -> of(row.cell().intervalWithRecognizerError(), Interval::high)));
        columns.add(column(
                "design_effect",
                NUMBER,
                "variance of the score over that of as many independent answers, from 0",
                row -> row.cell().designEffect()));
        columns.add(column(
                "corrected",
                NUMBER,
                "score as people would have labelled the answers, 0 to 100",
                row -> of(row.cell().corrected(), ScoreCell.Corrected::level)));
        columns.add(column(
                "corrected_low",
                NUMBER,
                "lower end of its interval, 0 to 100",
                row -> of(row.cell().corrected(), one -> one.interval().low())));
        columns.add(column(
                "corrected_high",
                NUMBER,
                "upper end, 0 to 100",
                row -> of(row.cell().corrected(), one -> one.interval().high())));
        columns.add(column(
                "gold_labels",
                WHOLE,
                "labels by people of this model on this value",
                row -> of(row.cell().corrected(), ScoreCell.Corrected::labels)));
        return table(
                SCORES,
                List.of("period", "system", "dimension", "model"),
                columns,
                () -> record.snapshot().systems().stream()
                        .flatMap(result -> result.scores().stream()
                                .map(cell -> new Score(result.system().id(), cell, models.get(cell.model())))));
    }

    private static Column<Score> interval(String name, String meaning, Function<Interval, Object> end) {
        return column(name, NUMBER, meaning, row -> of(row.cell().interval(), end));
    }

    private static Column<Score> count(String name, String meaning, Function<OutcomeCounts, Object> count) {
        return column(name, WHOLE, meaning, row -> of(row.cell().counts(), count));
    }

    /** Facts, then a score in a column {@code <system>.<dimension>} for each value. */
    private PeriodTable models() {
        Snapshot snapshot = record.snapshot();
        List<Column<ModelEntry>> columns = new ArrayList<>(List.of(
                period(),
                column("model", TEXT, "id of the model", ModelEntry::id),
                column("name", TEXT, "of the model, as shown", ModelEntry::name),
                column("developer", TEXT, "who made the model", ModelEntry::developer),
                column("country", TEXT, "of the developer, ISO 3166-1 alpha-2", model -> text(model.country())),
                column("family", TEXT, "models of one line", model -> text(model.family())),
                column("released", DATE, "when the model came out", ModelEntry::released),
                column(
                        "access",
                        TEXT,
                        "`open` where the weights can be downloaded, else `proprietary`",
                        model -> of(model.open(), open -> open ? "open" : "proprietary")),
                column("reasoning", FLAG, "whether it reasons before it answers", ModelEntry::reasoning),
                column("licence", TEXT, "of the model", model -> text(model.licence())),
                column("size_billions", NUMBER, "parameters, in billions", ModelEntry::sizeBillions),
                column(
                        "price_input",
                        NUMBER,
                        "US dollars a million prompt tokens",
                        model -> of(model.price(), ModelEntry.PricePaid::input)),
                column(
                        "price_output",
                        NUMBER,
                        "US dollars a million completion tokens",
                        model -> of(model.price(), ModelEntry.PricePaid::output)),
                column(
                        "price_since",
                        DATE,
                        "from when the price held",
                        model -> of(model.price(), price -> date(price.since()))),
                column(
                        "source",
                        TEXT,
                        "how its answers came: `provider`, `recorded` or `simulated`",
                        ModelEntry::source)));
        Map<String, Double> scores = new HashMap<>();
        for (SystemResult result : snapshot.systems()) {
            String system = result.system().id();
            result.scores()
                    .forEach(cell ->
                            scores.put(cell.model() + "\n" + system + "." + cell.dimension(), cell.conformity()));
            for (Dimension dimension : result.system().dimensions()) {
                String name = system + "." + dimension.id();
                columns.add(column(
                        name,
                        NUMBER,
                        "score on " + dimension.name() + ", 0 to 100",
                        model -> scores.get(model.id() + "\n" + name)));
            }
        }
        return table(MODELS, List.of("period", "model"), columns, snapshot.models()::stream);
    }

    private PeriodTable items() {
        List<Column<ItemRecord>> columns = List.of(
                period(),
                column("item", TEXT, "id of the item", row -> row.item().id()),
                column(
                        "system",
                        TEXT,
                        "id of the value system",
                        row -> row.item().system()),
                column(
                        "dimensions",
                        TEXT,
                        "ids of the values that it measures, with spaces between",
                        row -> words(row.item().dimensions())),
                column(
                        "category",
                        TEXT,
                        "what it is about",
                        row -> text(row.item().category())),
                column(
                        "text",
                        TEXT,
                        "what was asked; the prompt around it is a template",
                        row -> row.item().text()),
                column(
                        "anchor",
                        FLAG,
                        "whether it was carried over from the period before",
                        row -> row.item().anchor()),
                column(
                        "generator",
                        TEXT,
                        "`pool` for starting items, otherwise what made it",
                        row -> text(row.item().provenance().generator())),
                column(
                        "parent",
                        TEXT,
                        "id of what it was made from",
                        row -> text(row.item().provenance().parent())),
                column(
                        "written_by",
                        TEXT,
                        "id of the model that wrote it; missing for people",
                        row -> text(row.item().provenance().model())),
                column(
                        "first_period",
                        TEXT,
                        "year and month in which it first appeared",
                        row -> text(row.item().provenance().period())),
                column(
                        "countries",
                        TEXT,
                        "that the text mentions, ISO 3166-1 alpha-2, with spaces between",
                        row -> words(row.item().provenance().countries())),
                column(
                        "years",
                        TEXT,
                        "that the text mentions, with spaces between",
                        row -> words(row.item().provenance().years())),
                column(
                        "similarity",
                        NUMBER,
                        "mean cosine with the other items of its system and kind, −1 to 1",
                        ItemRecord::similarity));
        return table("items", List.of("period", "item"), columns, record.items()::stream);
    }

    private record ItemValue(ItemRecord item, String dimension) {}

    private PeriodTable itemValues() {
        List<Column<ItemValue>> columns = List.of(
                period(),
                column("item", TEXT, "id of the item", row -> row.item().item().id()),
                column("dimension", TEXT, "id of the value", ItemValue::dimension),
                column(
                        "entropy",
                        NUMBER,
                        "of the labels over the models, bits: how far it tells models apart",
                        row -> row.item().entropy().get(row.dimension())),
                column(
                        "between_models",
                        NUMBER,
                        "share of the labels' variance between models, 0 to 1",
                        row -> row.item().betweenModels().get(row.dimension())),
                column(
                        "rest_correlation",
                        NUMBER,
                        "correlation with the models' other items, −1 to 1",
                        row -> row.item().restCorrelation().get(row.dimension())));
        return table(
                "item-values",
                List.of("period", "item", "dimension"),
                columns,
                () -> record.items().stream()
                        .flatMap(item -> item.item().dimensions().stream().map(one -> new ItemValue(item, one))));
    }

    private record ReadLabel(String model, LabelRecord response, String system, String dimension, char code) {}

    private PeriodTable labels() {
        List<Column<ReadLabel>> columns = List.of(
                period(),
                column("model", TEXT, "id of the model", ReadLabel::model),
                column("system", TEXT, "id of the value system", ReadLabel::system),
                column("item", TEXT, "id of the item", row -> row.response().item()),
                column(
                        "sample",
                        WHOLE,
                        "number of the repetition, from 0",
                        row -> row.response().sample()),
                column(
                        "outcome",
                        TEXT,
                        "how the response ended",
                        row -> row.response().outcome().name()),
                column("dimension", TEXT, "id of the value", ReadLabel::dimension),
                column(
                        "label",
                        TEXT,
                        "`expresses` the value, does `not`, or `opposes` it; missing where nothing could be read",
                        row -> row.code() == LabelTable.UNSCORED
                                ? null
                                : word(Label.of(row.code()).orElseThrow())));
        return table(
                "labels",
                List.of("period", "model", "item", "sample", "dimension"),
                columns,
                () -> record.labels().entrySet().stream()
                        .flatMap(model ->
                                model.getValue().stream().flatMap(response -> labels(model.getKey(), response))));
    }

    private Stream<ReadLabel> labels(String model, LabelRecord response) {
        String system = items.get(response.item()).system();
        List<String> names = dimensions.get(system);
        return IntStream.range(0, response.labels().length())
                .filter(i -> response.labels().charAt(i) != LabelTable.NOT_MEASURED)
                .mapToObj(i -> new ReadLabel(
                        model, response, system, names.get(i), response.labels().charAt(i)));
    }

    private PeriodTable cases() {
        List<Column<Case>> columns = List.of(
                period(),
                column("model", TEXT, "id of the model", Case::model),
                column("case_id", TEXT, "id of the case, unique in its period and model", Case::id),
                column("system", TEXT, "id of the value system", Case::system),
                column("item", TEXT, "id of the item", row -> text(row.item())),
                column("prompt", TEXT, "what was asked", Case::prompt),
                column("answer", TEXT, "what the model wrote, as it came", Case::answer));
        return table("cases", List.of("period", "model", "case_id"), columns, this::everyCase);
    }

    private Stream<Case> everyCase() {
        return record.cases().values().stream().flatMap(Collection::stream);
    }

    private record Reading(Case of, Case.ValueReading value) {}

    private PeriodTable readings() {
        List<Column<Reading>> columns = List.of(
                period(),
                column("model", TEXT, "id of the model", row -> row.of().model()),
                column("case_id", TEXT, "id of the case", row -> row.of().id()),
                column("dimension", TEXT, "id of the value", row -> row.value().dimension()),
                column(
                        "label",
                        TEXT,
                        "`expresses` the value, does `not`, or `opposes` it",
                        row -> word(row.value().label())),
                column(
                        "strength",
                        NUMBER,
                        "how strongly, 0 to 1",
                        row -> row.value().strength()),
                column(
                        "score",
                        NUMBER,
                        "the source's own figure for this case",
                        row -> row.value().score()),
                column(
                        "evidence",
                        TEXT,
                        "the words that show it, passages parted by ` … `",
                        row -> quoted(row.of().answer(), row.value().evidence())));
        return table(
                "readings",
                List.of("period", "model", "case_id", "dimension"),
                columns,
                () -> everyCase().flatMap(one -> one.readings().stream().map(reading -> new Reading(one, reading))));
    }

    private static String quoted(String answer, List<Evidence> evidence) {
        return text(evidence.stream()
                .map(span -> answer.substring(span.start(), span.end()))
                .collect(Collectors.joining(" … ")));
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Collection<?> all) {
        return text(all.stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** In a table what is empty is missing. */
    private static String text(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static <T> Object of(T part, Function<T, Object> value) {
        return part == null ? null : value.apply(part);
    }
}
