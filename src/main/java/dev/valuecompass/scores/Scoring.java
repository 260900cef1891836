package dev.valuecompass.scores;

/**
 * What, beside the labels and the seed, decides the published figures.
 *
 * @param orders seeded item orders over which ratings are averaged, 1 or more
 * @param resamples of the item bootstrap behind intervals; 0 for no intervals
 * @param level of the intervals, in (0, 1)
 * @param teams how the sides of an item are weighed in ratings
 */
public record Scoring(int orders, int resamples, double level, TeamStrength teams) {}
