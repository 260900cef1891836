package dev.valuecompass.config;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How fast an endpoint may be asked, for each of its models.
 *
 * @param requestsPerMinute null: no limit that we know of; so also the other two
 * @param tokensPerMinute prompt and longest output together, as providers count them when a request arrives
 * @param requestsPerDay counted across processes
 * @param day where the day of {@code requestsPerDay} begins at midnight
 */
public record RateLimits(Integer requestsPerMinute, Integer tokensPerMinute, Integer requestsPerDay, ZoneId day) {
    /** What the provider's own headers say is heeded all the same. */
    public static final RateLimits NONE = new RateLimits(null, null, null, ZoneOffset.UTC);
}
