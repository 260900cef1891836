package dev.valuecompass.snapshot.store;

/**
 * A column of a published table.
 *
 * @param meaning for readers, with unit and range
 */
public record TableColumn(String name, Type type, String meaning) {
    /** What a value is when it is not missing. */
    public enum Type {
        TEXT,
        FLAG,
        WHOLE,
        NUMBER,
        DATE
    }
}
