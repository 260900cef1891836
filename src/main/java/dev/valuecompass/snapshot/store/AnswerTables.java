package dev.valuecompass.snapshot.store;

import dev.valuecompass.items.Item;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SystemResult;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of what came back, and of how it was read. */
final class AnswerTables {
    private final PeriodRecord record;
    private final String period;
    private final Map<String, Item> items;
    private final Map<String, List<String>> dimensions;

    AnswerTables(PeriodRecord record) {
        this.record = record;
        this.period = record.snapshot().period();
        this.items = record.items().stream().map(ItemRecord::item).collect(Collectors.toMap(Item::id, item -> item));
        this.dimensions = record.snapshot().systems().stream()
                .map(SystemResult::system)
                .collect(Collectors.toMap(system -> system.id(), system -> system.dimensionIds()));
    }

    private record ReadLabel(String model, LabelRecord response, String system, String dimension, char code) {}

    PeriodTable labels() {
        return Columns.<ReadLabel>of(period)
                .text("model", "id of the model", ReadLabel::model)
                .text("system", "id of the value system", ReadLabel::system)
                .text("item", "id of the item", row -> row.response().item())
                .whole(
                        "sample",
                        "number of the repetition, from 0",
                        row -> row.response().sample())
                .text(
                        "outcome",
                        "how the response ended",
                        row -> row.response().outcome().name())
                .text("dimension", "id of the value", ReadLabel::dimension)
                .text(
                        "label",
                        "`expresses` the value, does `not`, or `opposes` it; missing where nothing could be read",
                        row -> row.code() == LabelTable.UNSCORED
                                ? null
                                : word(Label.of(row.code()).orElseThrow()))
                .table(
                        "labels",
                        List.of("period", "model", "item", "sample", "dimension"),
                        () -> record.labels().entrySet().stream()
                                .flatMap(model -> model.getValue().stream()
                                        .flatMap(response -> labels(model.getKey(), response))));
    }

    private Stream<ReadLabel> labels(String model, LabelRecord response) {
        String system = items.get(response.item()).system();
        List<String> names = dimensions.get(system);
        return IntStream.range(0, response.labels().length())
                .filter(i -> response.labels().charAt(i) != LabelTable.NOT_MEASURED)
                .mapToObj(i -> new ReadLabel(
                        model, response, system, names.get(i), response.labels().charAt(i)));
    }

    PeriodTable cases() {
        return Columns.<Case>of(period)
                .text("model", "id of the model", Case::model)
                .text("case_id", "id of the case, unique in its period and model", Case::id)
                .text("system", "id of the value system", Case::system)
                .text("item", "id of the item", Case::item)
                .text("prompt", "what was asked", Case::prompt)
                .text("answer", "what the model wrote, as it came", Case::answer)
                .table("cases", List.of("period", "model", "case_id"), this::everyCase);
    }

    private Stream<Case> everyCase() {
        return record.cases().values().stream().flatMap(Collection::stream);
    }

    private record Reading(Case of, Case.ValueReading value) {}

    PeriodTable readings() {
        return Columns.<Reading>of(period)
                .text("model", "id of the model", row -> row.of().model())
                .text("case_id", "id of the case", row -> row.of().id())
                .text("dimension", "id of the value", row -> row.value().dimension())
                .text(
                        "label",
                        "`expresses` the value, does `not`, or `opposes` it",
                        row -> word(row.value().label()))
                .number("strength", "how strongly, 0 to 1", row -> row.value().strength())
                .number(
                        "score",
                        "the source's own figure for this case",
                        row -> row.value().score())
                .text(
                        "evidence",
                        "the words that show it, passages parted by ` … `",
                        row -> quoted(row.of().answer(), row.value().evidence()))
                .text(
                        "concepts",
                        "what these words are about, parted in the same way; missing where the recogniser names none",
                        row -> concepts(row.value().evidence()))
                .table(
                        "readings",
                        List.of("period", "model", "case_id", "dimension"),
                        () -> everyCase()
                                .flatMap(one -> one.readings().stream().map(reading -> new Reading(one, reading))));
    }

    private static String quoted(String answer, List<Evidence> evidence) {
        return evidence.stream()
                .map(span -> answer.substring(span.start(), span.end()))
                .collect(Collectors.joining(" … "));
    }

    private static String concepts(List<Evidence> evidence) {
        String concepts = evidence.stream()
                .map(Evidence::concept)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" … "));
        return concepts.isEmpty() ? null : concepts;
    }

    private static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
