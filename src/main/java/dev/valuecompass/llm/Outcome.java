package dev.valuecompass.llm;

import java.util.EnumSet;
import java.util.Set;

/** How one (item, model, sample) ended. Exactly one of these; only {@link #ANSWERED} enters a score. */
public enum Outcome {
    ANSWERED,
    /** The model declined. */
    REFUSED,
    /** The provider's filter stopped prompt or answer. */
    FILTERED,
    /** The output ended before the answer did, at its limit or for another cause. */
    TRUNCATED,
    EMPTY,
    CONTEXT_OVERFLOW,
    PROVIDER_ERROR,
    TRANSPORT_ERROR,
    /** An answer came, but not in the form that was asked for. */
    UNPARSED,
    /** An answer came, but the recogniser failed on it. */
    UNSCORED,
    /** An answer came, but in a language that the recogniser has not learned. */
    NOT_LEARNED,
    BUDGET_SKIPPED,
    CANCELLED;

    private static final Set<Outcome> KEPT =
            EnumSet.of(ANSWERED, REFUSED, FILTERED, TRUNCATED, EMPTY, CONTEXT_OVERFLOW);

    /** Whether a call that ended so is kept and never made again; what else a call ends as is asked again by the next run. */
    public boolean isKept() {
        return KEPT.contains(this);
    }
}
