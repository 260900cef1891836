package dev.valuecompass.snapshot.store;

/**
 * A column of a published table.
 *
 * @param meaning for readers, with unit and range
 */
public record CsvColumn(String name, Type type, String meaning) {
    /** What a value is when it is not empty. */
    public enum Type {
        TEXT,
        WHOLE,
        NUMBER,
        DATE
    }
}
