package dev.valuecompass.importing;

import dev.valuecompass.snapshot.check.ScaleOutliers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A row on another scale than its columns: a model once led the original platform for three days with all its scores
 * ten times too high.
 */
final class ScaleRule implements Inspection.Check {
    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        return publication.layout().systems().stream().flatMap(system -> {
            SourceTable table = publication.table(system.scores());
            SortedMap<String, Map<String, Double>> values = new TreeMap<>();
            table.rows().forEach(row -> values.put(Integer.toString(row.number()), numbers(row, system)));
            return ScaleOutliers.find(values).stream().flatMap(outlier -> {
                SourceTable.Row row = row(table, Integer.parseInt(outlier.row()));
                return values.get(outlier.row()).keySet().stream()
                        .map(column -> finding(table, row, column, outlier.factor()));
            });
        });
    }

    private static SourceTable.Row row(SourceTable table, int number) {
        return table.rows().stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static SortedMap<String, Double> numbers(SourceTable.Row row, Layout.SystemFiles system) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (String column : system.names()) {
            JsonNode value = row.fields().get(column);
            if (value != null && value.isNumber()) {
                numbers.put(column, value.asDouble());
            }
        }
        return numbers;
    }

    /** Typing errors move the point, so the scale is the power of ten nearest to the factor. */
    private static PublicationDefect finding(SourceTable table, SourceTable.Row row, String column, double factor) {
        int places = (int) Math.round(StrictMath.log10(factor));
        BigDecimal moved = new BigDecimal(row.shown(column), MathContext.DECIMAL64)
                .movePointLeft(places)
                .stripTrailingZeros();
        String times = new BigDecimal(1).movePointRight(places).toPlainString();
        return new PublicationDefect(
                row.shown(column) + " is about " + times + " times the scale of its column",
                Fix.of(
                        table,
                        row,
                        column,
                        Fix.Action.SET,
                        row.shown(column),
                        moved.toPlainString(),
                        "the whole row is about " + times + " times the scale of its columns"));
    }
}
