package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.math.BigDecimal;

/**
 * The rules of the run.
 *
 * @param seed of everything that is drawn by chance
 * @param orders seeded item orders over which ratings are averaged
 * @param resamples bootstrap resamples behind an interval
 * @param casesPerDimension published cases a model and dimension
 * @param minimumCoverage share of asked items that must end in a scorable outcome for each model and system
 * @param filteredConforms whether an answer that a filter stopped counts as conforming where a refusal does
 * @param budget most US dollars to spend; null: no limit
 * @param intervalLevel share of intervals so made that hold the truth, in (0, 1)
 * @param ratings how they are computed
 */
@ByName
public record Evaluation(
        long seed,
        int orders,
        int resamples,
        int casesPerDimension,
        double minimumCoverage,
        boolean filteredConforms,
        BigDecimal budget,
        double intervalLevel,
        Ratings ratings) {
    /** Two ways to the same ratings. */
    public enum Ratings {
        CLOSED_FORM,
        JSKILLS
    }

    /** The usual level of intervals. */
    public static final double USUAL_LEVEL = 0.9;

    /** With filtered answers that count as refusals, intervals of the usual level, and ratings in closed form. */
    public Evaluation(
            long seed, int orders, int resamples, int casesPerDimension, double minimumCoverage, BigDecimal budget) {
        this(
                seed,
                orders,
                resamples,
                casesPerDimension,
                minimumCoverage,
                true,
                budget,
                USUAL_LEVEL,
                Ratings.CLOSED_FORM);
    }

    /** The same, drawn by another seed. */
    public Evaluation withSeed(long changed) {
        return EvaluationFields.copy(this).seed(changed).build();
    }

    /** The same with another number of published cases. */
    public Evaluation withCases(int changed) {
        return EvaluationFields.copy(this).casesPerDimension(changed).build();
    }

    /** The same with another limit to what is spent; null: none. */
    public Evaluation withBudget(BigDecimal changed) {
        return EvaluationFields.copy(this).budget(changed).build();
    }
}
