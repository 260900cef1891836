package dev.valuecompass.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cases: known dimensions and labels, and highlights that are the answer with marks. */
final class CasesRule implements Inspection.Check {
    static final Set<String> LABELS = Set.of("high", "low");

    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        List<PublicationDefect> findings = new ArrayList<>();
        for (Layout.SystemFiles system : publication.layout().systems()) {
            SourceTable table = publication.table(system.cases());
            table.rows().forEach(row -> inspect(table, row, system, findings));
        }
        return findings.stream();
    }

    private static void inspect(
            SourceTable table, SourceTable.Row row, Layout.SystemFiles system, List<PublicationDefect> findings) {
        if (!system.dimensions().containsKey(SpacesRule.trimmed(row.text("value")))) {
            findings.add(drop(table, row, "", "'" + row.shown("value") + "' is not a dimension of " + system.system()));
        } else if (!LABELS.contains(SpacesRule.trimmed(row.text("label")))) {
            findings.add(drop(table, row, "", "label '" + row.shown("label") + "' is neither high nor low"));
        } else if (row.text("answer").isEmpty() || row.text("prompt").isEmpty()) {
            findings.add(drop(table, row, "", "has no prompt or no answer"));
        } else if (!row.text("highlight").isEmpty()
                && Highlights.spans(row.text("answer"), row.text("highlight")).isEmpty()) {
            findings.add(drop(table, row, "highlight", "the highlight is not the answer with marks"));
        }
    }

    private static PublicationDefect drop(SourceTable table, SourceTable.Row row, String field, String why) {
        return new PublicationDefect(why, Fix.of(table, row, field, Fix.Action.DROP, shown(row, field), "", why));
    }

    private static String shown(SourceTable.Row row, String field) {
        return field.isEmpty() ? row.model() : FixList.digested(row.shown(field));
    }
}
