package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.PeriodTables;
import java.util.List;

/**
 * A table of a period under the names of its files.
 *
 * @param csv name of the file with comma-separated values
 * @param jsonLines name of the file with an object a line
 */
record PublishedTable(PeriodTable table, String csv, String jsonLines) {
    static List<PublishedTable> of(Edition edition) {
        return PeriodTables.of(edition.record()).stream()
                .map(table -> new PublishedTable(
                        table,
                        PeriodFiles.table(edition.period(), table.name(), PeriodTable.CSV),
                        PeriodFiles.table(edition.period(), table.name(), PeriodFiles.LINES)))
                .toList();
    }
}
