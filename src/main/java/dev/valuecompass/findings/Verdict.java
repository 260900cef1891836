package dev.valuecompass.findings;

/** What became of a claim. */
public enum Verdict {
    HELD("held"),
    NOT_HELD("not held"),
    /** The figures allow either, or there are not enough of them. */
    CANNOT_BE_TOLD("cannot be told");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As people and commentaries write it. */
    String words() {
        return words;
    }
}
