package dev.valuecompass.llm.store;

/**
 * What a user has said may be given up so that a run goes on.
 *
 * @param acceptLosses paid answers that a damaged store can no longer show are asked and paid for again
 * @param forgetLimits until when models are left alone and how many requests of a day were sent counts no longer
 */
public record Overrides(boolean acceptLosses, boolean forgetLimits) {
    public static final Overrides NONE = new Overrides(false, false);
}
