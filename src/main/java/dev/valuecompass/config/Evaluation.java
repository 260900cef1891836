package dev.valuecompass.config;

import java.math.BigDecimal;

/**
 * The rules of the run.
 *
 * @param seed of everything that is drawn by chance
 * @param orders seeded item orders over which ratings are averaged
 * @param resamples bootstrap resamples behind an interval
 * @param casesPerDimension published cases a model and dimension
 * @param minimumCoverage share of asked items that must end in a scorable outcome for each model and system
 * @param budget most US dollars to spend; null: no limit
 */
public record Evaluation(
        long seed, int orders, int resamples, int casesPerDimension, double minimumCoverage, BigDecimal budget) {}
