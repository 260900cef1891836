package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import dev.valuecompass.scores.Scoring;

/**
 * How a period came about; null for an imported one.
 *
 * @param program version of this program
 * @param configDigest {@link #SETTINGS} and the SHA-256 of what in the leaderboard file decides figures; a bare SHA-256 is
 *     that of the file's bytes, as earlier programs wrote it
 * @param seed of everything drawn by chance
 * @param scoring how figures follow from labels; with the seed, all that a recomputation needs
 * @param samples answers a model gave to each item
 * @param sampling the parameters as sent, as JSON
 * @param promptTokens as the providers counted; null where any did not say
 * @param completionTokens as the providers counted; null where any did not say
 * @param dollars spent on answers and new items; null where unknown
 * @param casesPerDimension answers published for each model and dimension, at most; null where nobody wrote it down
 * @param filteredConforms whether an answer that a filter stopped counts as conforming where a refusal does; null where
 *     neither was scored, which is so before version 3
 * @param estimatedDollars what the plan of the run said that its answers would cost; null where a price is unknown
 */
@ByName
public record RunProvenance(
        String program,
        String configDigest,
        long seed,
        Scoring scoring,
        int samples,
        String sampling,
        Long promptTokens,
        Long completionTokens,
        Double dollars,
        Integer casesPerDimension,
        Boolean filteredConforms,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double estimatedDollars) {
    /** Before the digest of what decides figures, so that it is told from that of a file's bytes. */
    public static final String SETTINGS = "settings-1:";
}
