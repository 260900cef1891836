package dev.valuecompass.value;

/** What a high score means. */
public enum ScoreMeaning {
    /** An orientation: more is not better, and a profile is compared with a target. */
    DESCRIPTIVE,
    /** Conformity with a norm: more is better. */
    NORMATIVE
}
