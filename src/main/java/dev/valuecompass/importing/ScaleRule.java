package dev.valuecompass.importing;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A row on another scale than its column: a model once led the original platform for three days with all its scores
 * ten times too high. A row is suspect when its values are at least five times the column's median in the median
 * column; differences between models are never near that.
 */
final class ScaleRule implements Inspection.Rule {
    private static final double SUSPECT = 5;
    private static final double FACTOR = 10;

    @Override
    public Stream<Finding> inspect(Publication publication) {
        return publication.layout().systems().stream().flatMap(system -> {
            SourceTable table = publication.table(system.scores());
            return table.rows().stream()
                    .filter(row -> ratio(table, row, system) >= SUSPECT)
                    .flatMap(row -> numbers(row, system).map(column -> finding(table, row, column)));
        });
    }

    private static double ratio(SourceTable table, SourceTable.Row row, Layout.SystemFiles system) {
        return median(numbers(row, system).mapToDouble(column -> {
            double others = median(table.rows().stream()
                    .filter(other -> other != row)
                    .map(other -> other.fields().get(column))
                    .filter(value -> value != null && value.isNumber())
                    .mapToDouble(JsonNode::asDouble));
            return others > 0 ? row.fields().get(column).asDouble() / others : 1;
        }));
    }

    private static Stream<String> numbers(SourceTable.Row row, Layout.SystemFiles system) {
        List<String> columns = system.names().stream()
                .filter(column ->
                        row.fields().has(column) && row.fields().get(column).isNumber())
                .toList();
        return columns.stream();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Finding finding(SourceTable table, SourceTable.Row row, String column) {
        double value = row.fields().get(column).asDouble();
        return new Finding(
                row.shown(column) + " is about ten times the scale of its column",
                new Fix(
                        table.file(),
                        row.number(),
                        row.model(),
                        column,
                        Fix.Action.SET,
                        row.shown(column),
                        shortest(value / FACTOR),
                        "the whole row is about ten times the scale of its columns"));
    }

    private static String shortest(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }
}
