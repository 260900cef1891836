package dev.valuecompass.importing;

import java.util.Locale;
import java.util.Optional;

/**
 * One correction of one published row.
 *
 * @param file of the publication
 * @param row counted from 1
 * @param model the row's model as published, so that a reader recognises the row
 * @param field the field that changes; empty when the whole row is dropped
 * @param before the field as published
 * @param after the field as it shall be; empty for {@link Action#DROP}
 */
record Fix(
        String file, int row, String model, String field, Action action, String before, String after, String reason) {
    static Fix of(
            SourceTable table,
            SourceTable.Row row,
            String field,
            Action action,
            String before,
            String after,
            String reason) {
        return new Fix(table.file(), row.number(), row.model(), field, action, before, after, reason);
    }

    /** Leaves a field out. */
    static Fix drop(SourceTable table, SourceTable.Row row, String field, String reason) {
        return of(table, row, field, Action.DROP, row.shown(field), "", reason);
    }

    /** What a person left out is empty. */
    public Fix {
        file = written(file);
        model = written(model);
        field = written(field);
        before = written(before);
        after = written(after);
        reason = written(reason);
    }

    private static String written(String text) {
        return text == null ? "" : text;
    }

    /** What a fix may do. */
    enum Action {
        /** Gives a field another value. */
        SET,
        /** Gives a model or a column the name it has elsewhere. */
        RENAME,
        /** Removes a field, or the row when no field is named. */
        DROP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it lacks before it can be applied, and what to write; empty when it is whole. */
    Optional<MissingPart> lacks() {
        if (file.isBlank()) {
            return lack("names no file", "file: the published file that it changes");
        }
        if (row < 1) {
            return lack("names no row", "row: the number of the row, counted from 1");
        }
        if (action == null) {
            return lack("says not what to do", "action: set, rename or drop");
        }
        if (field.isBlank() && action != Action.DROP) {
            return lack("names no field", "field: the field that it changes");
        }
        if (after.isBlank() && action == Action.RENAME) {
            return lack("gives no new name", "after: the name that it shall have");
        }
        return reason.isBlank()
                ? lack("gives no reason", "reason: why, for the readers of the errata")
                : Optional.empty();
    }

    private static Optional<MissingPart> lack(String what, String write) {
        return Optional.of(new MissingPart(what, "write " + write));
    }

    /** What is left out of a fix, and what to write. */
    record MissingPart(String what, String fix) {}

    String place() {
        return "row " + row + " (" + model.strip() + ")" + (field.isEmpty() ? "" : ", " + field);
    }
}
