package dev.valuecompass.llm.chain;

import java.time.Duration;

/**
 * When a failed attempt is followed by another.
 *
 * @param retries attempts after the first; 0 means none
 * @param first the longest wait before the second attempt; doubled for each further one
 * @param longest bound on our own wait
 * @param longestServerDelay a server that asks for more is not waited for
 * @param elapsed bound on one call with all its attempts and waits
 */
record RetryPolicy(int retries, Duration first, Duration longest, Duration longestServerDelay, Duration elapsed) {
    static final Duration LONGEST_SERVER_DELAY = Duration.ofSeconds(120);

    static RetryPolicy of(int retries, Duration timeout) {
        Duration elapsed = timeout.multipliedBy(retries + 1L).plus(Duration.ofMinutes(10));
        return new RetryPolicy(retries, Duration.ofMillis(500), Duration.ofSeconds(30), LONGEST_SERVER_DELAY, elapsed);
    }

    /**
     * Our own wait: exponential, shortened at random by up to a quarter so that workers do not come back in step, and
     * never above {@link #longest}.
     *
     * @param failures how many attempts failed so far, from 1
     * @param jitter in [0, 1)
     */
    Duration backoff(int failures, double jitter) {
        double doubled = first.toNanos() * StrictMath.pow(2, Math.min(failures - 1, 40));
        return Duration.ofNanos((long) (Math.min(doubled, longest.toNanos()) * (1 - 0.25 * jitter)));
    }
}
