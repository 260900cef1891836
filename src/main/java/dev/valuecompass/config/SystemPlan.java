package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.util.List;

/**
 * One value system of the leaderboard.
 *
 * @param system id of the value system
 * @param pool file of the starting items, relative to the data folder
 * @param items how many items to ask, balanced over dimensions and categories; 0 means the whole pool
 * @param evolve how the items evolve; null when the pool is asked as it is
 * @param anchors share of the items carried over from the period before, in [0, 0.9]; 0 when the pool is asked as it is
 * @param floor items of each dimension at least, filled up from the pool where too few were made; 0 when the pool is asked
 *     as it is
 * @param instruments ids of second instruments whose answers are held against the scores; they decide no score
 * @param referencePools files of items that {@code items stats} describes beside those of the period; they decide no score
 * @param review whether a person must have approved of new items before they are asked; decides nothing about how they are made
 */
@ByName
public record SystemPlan(
        String system,
        String pool,
        int items,
        Evolution evolve,
        double anchors,
        int floor,
        Review review,
        List<String> instruments,
        List<String> referencePools) {
    /** Whether new items wait for a person. */
    public enum Review {
        NONE,
        REQUIRED
    }

    /** One whose items wait for nobody. */
    public SystemPlan(String system, String pool, int items, Evolution evolve, double anchors) {
        this(system, pool, items, evolve, anchors, 0, Review.NONE, List.of(), List.of());
    }
}
