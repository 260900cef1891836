package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.List;

/** The tables of what was asked. */
final class ItemTables {
    private final PeriodRecord record;

    ItemTables(PeriodRecord record) {
        this.record = record;
    }

    PeriodTable items() {
        return Columns.<ItemRecord>of(record.snapshot().period())
                .text("item", "id of the item", row -> row.item().id())
                .text("system", "id of the value system", row -> row.item().system())
                .words(
                        "dimensions",
                        "ids of the values that it measures, with spaces between",
                        row -> row.item().dimensions())
                .text("category", "what it is about", row -> row.item().category())
                .text(
                        "text",
                        "what was asked; the prompt around it is a template",
                        row -> row.item().text())
                .flag(
                        "anchor",
                        "whether it was carried over from the period before",
                        row -> row.item().anchor())
                .text(
                        "generator",
                        "`pool` for starting items, otherwise what made it",
                        row -> row.item().provenance().generator())
                .text(
                        "parent",
                        "id of what it was made from",
                        row -> row.item().provenance().parent())
                .text(
                        "written_by",
                        "id of the model that wrote it; missing for people",
                        row -> row.item().provenance().model())
                .text(
                        "first_period",
                        "year and month in which it first appeared",
                        row -> row.item().provenance().period())
                .words(
                        "countries",
                        "that the text mentions, ISO 3166-1 alpha-2, with spaces between",
                        row -> row.item().provenance().countries())
                .words(
                        "years",
                        "that the text mentions, with spaces between",
                        row -> row.item().provenance().years())
                .number(
                        "similarity",
                        "mean cosine with the other items of its system and kind, −1 to 1",
                        ItemRecord::similarity)
                .table("items", List.of("period", "item"), record.items()::stream);
    }

    private record ItemValue(ItemRecord item, String dimension) {}

    PeriodTable values() {
        return Columns.<ItemValue>of(record.snapshot().period())
                .text("item", "id of the item", row -> row.item().item().id())
                .text("dimension", "id of the value", ItemValue::dimension)
                .number(
                        "entropy",
                        "of the labels over the models, bits: how far it tells models apart",
                        row -> row.item().entropy().get(row.dimension()))
                .number(
                        "between_models",
                        "share of the labels' variance between models, 0 to 1",
                        row -> row.item().betweenModels().get(row.dimension()))
                .number(
                        "rest_correlation",
                        "correlation with the models' other items, −1 to 1",
                        row -> row.item().restCorrelation().get(row.dimension()))
                .table(
                        "item-values",
                        List.of("period", "item", "dimension"),
                        () -> record.items().stream()
                                .flatMap(item ->
                                        item.item().dimensions().stream().map(one -> new ItemValue(item, one))));
    }
}
