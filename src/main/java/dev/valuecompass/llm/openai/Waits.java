package dev.valuecompass.llm.openai;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long an error asks to wait: what the headers say, else what its body says; a quota of the day that says nothing
 * comes back at midnight.
 *
 * @param day where the provider's day begins
 */
public record Waits(ZoneId day, Instant now) {
    private static final int TOO_MANY = 429;

    /** Longer than the short delays that some providers send along with a quota of the day. */
    private static final Duration LONG = Duration.ofSeconds(120);

    /** @param fromHeaders null when they do not say; null is returned when nobody says */
    public Duration of(int status, ApiError error, Duration fromHeaders) {
        Duration asked = fromHeaders != null
                ? fromHeaders
                : ServerDelay.of(name -> error.hints().get(name), now);
        boolean daily = status == TOO_MANY && (error.says("per day", "per-day", "perday", "daily") || error.daily());
        if (!daily || asked != null && asked.compareTo(LONG) > 0) {
            return asked;
        }
        Instant midnight =
                LocalDate.ofInstant(now, day).plusDays(1).atStartOfDay(day).toInstant();
        return Duration.between(now, midnight);
    }
}
