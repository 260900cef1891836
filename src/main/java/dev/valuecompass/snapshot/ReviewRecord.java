package dev.valuecompass.snapshot;

/**
 * What a person decided about a new item before it was asked.
 *
 * @param item id
 * @param digest SHA-256 of what was read; another text needs another decision
 * @param reason why it was rejected; may be empty
 * @param by name of the person
 * @param when UTC, to the second, as {@code 2026-11-30T09:00:00Z}
 */
public record ReviewRecord(String item, String digest, ReviewVerdict verdict, String reason, String by, String when) {
    /** The decision. */
    public enum ReviewVerdict {
        APPROVED,
        REJECTED
    }
}
