package dev.valuecompass.llm;

/** How one (item, model, sample) ended. Exactly one of these; only {@link #ANSWERED} enters a score. */
public enum Outcome {
    ANSWERED,
    /** The model declined. */
    REFUSED,
    /** The provider's filter stopped prompt or answer. */
    FILTERED,
    /** The output limit cut the answer. */
    TRUNCATED,
    EMPTY,
    CONTEXT_OVERFLOW,
    PROVIDER_ERROR,
    TRANSPORT_ERROR,
    /** An answer came, but not in the form that was asked for. */
    UNPARSED,
    /** An answer came, but the recogniser failed on it. */
    UNSCORED,
    BUDGET_SKIPPED,
    CANCELLED
}
