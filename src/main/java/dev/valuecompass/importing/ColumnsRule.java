package dev.valuecompass.importing;

import dev.valuecompass.io.text.NearNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Columns of a score file that are no dimension of the system. */
final class ColumnsRule implements Inspection.Check {
    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        return publication.layout().systems().stream().flatMap(system -> {
            SourceTable table = publication.table(system.scores());
            return table.rows().stream()
                    .flatMap(row -> unknown(system, row).map(column -> finding(table, row, column, system)));
        });
    }

    private static Stream<String> unknown(Layout.SystemFiles system, SourceTable.Row row) {
        return row.fields()
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(column ->
                        !column.equals("model") && !system.dimensions().containsKey(column));
    }

    private static PublicationDefect finding(
            SourceTable table, SourceTable.Row row, String column, Layout.SystemFiles system) {
        String what = "'" + column + "' is not a dimension of " + system.system() + " (known: "
                + String.join(", ", system.names()) + ")";
        List<String> alike = system.names().stream()
                .filter(name -> NearNames.fold(name).equals(NearNames.fold(column)))
                .toList();
        Fix.Action action = alike.isEmpty() ? Fix.Action.DROP : Fix.Action.RENAME;
        String after = alike.isEmpty() ? "" : alike.get(0);
        return new PublicationDefect(what, Fix.of(table, row, column, action, column, after, "unknown dimension"));
    }
}
