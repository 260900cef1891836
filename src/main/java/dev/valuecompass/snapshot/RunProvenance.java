package dev.valuecompass.snapshot;

/**
 * How a period came about; null for an imported one.
 *
 * @param program version of this program
 * @param configDigest SHA-256 of the leaderboard file
 * @param seed of everything drawn by chance
 * @param orders seeded item orders over which ratings are averaged
 * @param samples answers a model gave to each item
 * @param sampling the parameters as sent, as JSON
 * @param promptTokens as the providers counted; null where any did not say
 * @param completionTokens as the providers counted; null where any did not say
 * @param dollars spent; null where unknown
 */
public record RunProvenance(
        String program,
        String configDigest,
        long seed,
        int orders,
        int samples,
        String sampling,
        Long promptTokens,
        Long completionTokens,
        Double dollars) {}
