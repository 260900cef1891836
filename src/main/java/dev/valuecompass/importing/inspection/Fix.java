package dev.valuecompass.importing.inspection;

import java.util.Locale;

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
public record Fix(
        String file, int row, String model, String field, Action action, String before, String after, String reason) {
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

    String place() {
        return "row " + row + " (" + model.strip() + ")" + (field.isEmpty() ? "" : ", " + field);
    }
}
