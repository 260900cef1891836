package dev.valuecompass.responses;

/**
 * How the responses behind one published cell ended. {@code asked} is the sum of all the others.
 *
 * @param failed provider, transport and context errors
 * @param skipped for want of budget, or cancelled
 */
public record OutcomeCounts(
        int asked,
        int answered,
        int refused,
        int filtered,
        int truncated,
        int empty,
        int unparsed,
        int unscored,
        int failed,
        int skipped) {}
