package dev.valuecompass.importing;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Culture fits are correlations: numbers from −1 to 1. */
final class HeatmapRule implements Inspection.Check {
    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        SourceTable table = publication.heatmap();
        return table.rows().stream()
                .flatMap(row -> row.fields()
                        .propertyStream()
                        .filter(field -> !field.getKey().equals("model") && !isCorrelation(field.getValue()))
                        .map(Map.Entry::getKey)
                        .map(country -> new PublicationDefect(
                                row.shown(country) + " is no correlation from -1 to 1",
                                Fix.drop(table, row, country, "not a correlation"))));
    }

    private static boolean isCorrelation(JsonNode value) {
        return value.isNumber() && Math.abs(value.asDouble()) <= 1;
    }
}
