package dev.valuecompass.snapshot;

import dev.valuecompass.scores.Interval;

/**
 * One model on one dimension.
 *
 * @param conformity {@code 100 · mean F(q, r)} over scored responses (Eq. 1), in [0, 100]; null when none was scored
 * @param conformityInterval null when not reported
 * @param winRate mean probability of being rated above another model, in [0, 100]; null when not rated
 * @param winRateSpread standard deviation of the win rate over item orders, in points; null when not rated
 * @param designEffect of the conformity, see {@link ScoreCell}; null when it cannot be told
 */
record CellScore(
        String model,
        String dimension,
        Double conformity,
        Interval conformityInterval,
        Double winRate,
        Double winRateSpread,
        Double designEffect) {}
