package dev.valuecompass.llm.chain;

import java.time.Duration;
import java.time.Instant;

/**
 * Spaces things out to so many a minute, with a second's worth at once at most: each books the next free time. The
 * generic cell rate algorithm. Not safe for threads.
 */
final class RateLimiter {
    private static final Duration BURST = Duration.ofSeconds(1);
    private static final double NANOS_A_MINUTE = 6e10;

    private final double nanosEach;
    private Instant free = Instant.MIN;

    /** @param perMinute how many a minute; null for any number */
    RateLimiter(Integer perMinute) {
        nanosEach = perMinute == null ? 0 : NANOS_A_MINUTE / perMinute;
    }

    /** How long to wait before using {@code many}; they are booked. */
    Duration book(Instant now, long many) {
        if (nanosEach == 0) {
            return Duration.ZERO;
        }
        Instant earliest = now.minus(BURST);
        Instant start = free.isBefore(earliest) ? earliest : free;
        free = start.plusNanos((long) (many * nanosEach));
        Duration wait = Duration.between(now, start);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Gives back what was booked and not used. */
    void giveBack(long many) {
        if (nanosEach > 0 && many > 0) {
            free = free.minusNanos((long) (many * nanosEach));
        }
    }
}
