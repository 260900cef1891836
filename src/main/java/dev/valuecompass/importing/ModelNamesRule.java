package dev.valuecompass.importing;

import dev.valuecompass.io.text.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One model has one name everywhere, one row a file, and no cases without scores. */
final class ModelNamesRule implements Inspection.Check {
    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        Map<String, String> canonical = canonicalNames(publication);
        List<PublicationDefect> findings = new ArrayList<>();
        for (SourceTable table : publication.tables().values()) {
            boolean oneRowAModel = publication.layout().systems().stream()
                            .anyMatch(system -> system.scores().equals(table.file()))
                    || table == publication.models()
                    || table == publication.heatmap();
            Set<String> seen = new TreeSet<>();
            for (SourceTable.Row row : table.rows()) {
                inspect(table, row, canonical.get(NearNames.fold(row.model())), findings);
                if (oneRowAModel && !seen.add(NearNames.fold(row.model()))) {
                    findings.add(drop(table, row, "a second row for this model"));
                }
            }
        }
        return findings.stream();
    }

    private static void inspect(
            SourceTable table, SourceTable.Row row, String canonical, List<PublicationDefect> findings) {
        if (SpacesRule.trimmed(row.model()).isEmpty()) {
            findings.add(drop(table, row, "has no model name"));
        } else if (canonical == null) {
            findings.add(drop(table, row, "this model has no scores"));
        } else if (!canonical.equals(SpacesRule.trimmed(row.model()))) {
            findings.add(new PublicationDefect(
                    "'" + row.model() + "' is called '" + canonical + "' elsewhere",
                    Fix.of(table, row, "model", Fix.Action.RENAME, row.model(), canonical, "one model has one name")));
        }
    }

    /** The name first used in a score file, by the name folded. */
    private static Map<String, String> canonicalNames(Publication publication) {
        Map<String, String> names = new LinkedHashMap<>();
        publication
                .rankedModels()
                .forEach(model -> names.putIfAbsent(NearNames.fold(model), SpacesRule.trimmed(model)));
        return names;
    }

    private static PublicationDefect drop(SourceTable table, SourceTable.Row row, String why) {
        return new PublicationDefect(why, Fix.of(table, row, "", Fix.Action.DROP, row.model(), "", why));
    }
}
