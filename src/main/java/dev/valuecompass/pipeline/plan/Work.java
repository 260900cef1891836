package dev.valuecompass.pipeline.plan;

import java.math.BigDecimal;

/**
 * What one model is asked in one stage.
 *
 * @param calls still to be made
 * @param stored made already
 * @param prompt tokens
 * @param completion tokens
 * @param most dollars at most; null when the model has no price
 */
record Work(long calls, long stored, long prompt, long completion, BigDecimal most) {
    /** Without so many calls that were made already. */
    Work without(long made) {
        double left = calls == 0 ? 1 : (calls - made) / (double) calls;
        return new Work(
                calls - made,
                stored + made,
                Math.round(prompt * left),
                Math.round(completion * left),
                most == null ? null : most.multiply(BigDecimal.valueOf(left)));
    }
}
