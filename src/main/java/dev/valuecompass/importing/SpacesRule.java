package dev.valuecompass.importing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A trailing space in a name once broke a join on the original platform; prompts and answers are left as they are. */
final class SpacesRule implements Inspection.Check {
    private static final List<String> NAMES = List.of("model", "value", "label");
    private static final String SPACE = "[\\s\\u00a0\\ufeff\\u200b]";
    private static final Pattern ENDS = Pattern.compile("^" + SPACE + "+|(?<!" + SPACE + ")" + SPACE + "+$");

    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        return publication.tables().values().stream()
                .flatMap(table -> table.rows().stream().flatMap(row -> row(publication, table, row)));
    }

    private static Stream<PublicationDefect> row(Publication publication, SourceTable table, SourceTable.Row row) {
        Stream<String> fields = table == publication.models()
                ? row.fields().propertyStream().map(java.util.Map.Entry::getKey)
                : NAMES.stream();
        return fields.filter(field -> !row.text(field).equals(trimmed(row.text(field))))
                .map(field -> new PublicationDefect(
                        "'" + row.text(field) + "' has spaces around it",
                        Fix.of(
                                table,
                                row,
                                field,
                                Fix.Action.SET,
                                row.text(field),
                                trimmed(row.text(field)),
                                "spaces around a value break joins")));
    }

    /** Also trims the no-break space, which {@link String#strip} leaves. */
    static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
