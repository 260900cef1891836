package dev.valuecompass.value;

/** Which dimensions one item tells about. */
public enum Measures {
    /** Every dimension of the system is looked for in every answer. */
    ALL,
    /** Only the dimension that the item was written for. */
    TARGET
}
