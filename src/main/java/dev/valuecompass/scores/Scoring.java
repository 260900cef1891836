package dev.valuecompass.scores;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What, beside the labels and the seed, decides the published figures.
 *
 * @param orders seeded item orders over which ratings are averaged, 1 or more
 * @param resamples of the bootstrap behind intervals; 0 for no intervals
 * @param level of the intervals, in (0, 1)
 * @param teams how the sides of an item are weighed in ratings
 * @param resampled what the bootstrap draws
 * @param minimumCoverage share of a system's responses, in [0, 1], that a model must have scored to get figures on it
 * @param ratings how a match changes the ratings; null for the closed form
 */
public record Scoring(
        int orders,
        int resamples,
        double level,
        TeamStrength teams,
        ResampledUnit resampled,
        double minimumCoverage,
        @JsonInclude(JsonInclude.Include.NON_NULL) RatingMethod ratings) {

    /** As periods were scored before version 3: single items are drawn, and any coverage will do; rated in closed form. */
    public Scoring(int orders, int resamples, double level, TeamStrength teams) {
        this(orders, resamples, level, teams, ResampledUnit.ITEM, 0, null);
    }
}
