package dev.valuecompass.pipeline.plan;

import dev.valuecompass.config.RateLimits;

/**
 * How fast calls can go to one model.
 *
 * @param atOnce calls under way
 * @param seconds that one takes
 */
record Throughput(int atOnce, int seconds, RateLimits limits) {
    private static final double SECONDS_AN_HOUR = 3_600;

    /** The slowest of what bounds it: places, requests and tokens a minute, requests a day. */
    double hours(long calls, long tokens) {
        double hours = calls * (double) seconds / atOnce / SECONDS_AN_HOUR;
        hours = Math.max(hours, minutes(calls, limits.requestsPerMinute()) / 60);
        hours = Math.max(hours, minutes(tokens, limits.tokensPerMinute()) / 60);
        return limits.requestsPerDay() == null
                ? hours
                : Math.max(hours, 24.0 * Math.max(0, Math.floor((calls - 1.0) / limits.requestsPerDay())));
    }

    private static double minutes(long many, Integer perMinute) {
        return perMinute == null ? 0 : many / (double) perMinute;
    }
}
