package dev.valuecompass.importing;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Scores are numbers from 0 to 100. */
final class ScoresRule implements Inspection.Check {
    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        return publication.layout().systems().stream().flatMap(system -> {
            SourceTable table = publication.table(system.scores());
            return table.rows().stream()
                    .flatMap(row -> system.names().stream()
                            .filter(column -> row.fields().has(column))
                            .filter(column -> !isScore(row.fields().get(column)))
                            .map(column -> new PublicationDefect(
                                    row.shown(column) + " is no score from 0 to 100",
                                    Fix.drop(table, row, column, "not a score from 0 to 100"))));
        });
    }

    static boolean isScore(JsonNode value) {
        return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 100;
    }
}
