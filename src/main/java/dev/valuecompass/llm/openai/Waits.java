package dev.valuecompass.llm.openai;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How long an error asks to wait: what the headers say, else what its body says; a quota of the day that says nothing
 * comes back at midnight.
 *
 * @param day where the provider's day begins
 */
public record Waits(ZoneId day, Instant now) {
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    private static final List<List<String>> DAILY =
            List.of(List.of("per day"), List.of("per-day"), List.of("perday"), List.of("daily"));

    /** Longer than the short delays that some providers send along with a quota of the day. */
    private static final Duration LONG = Duration.ofSeconds(120);

    /** @param fromHeaders null when they do not say; null is returned when nobody says */
    public Duration of(int status, ApiError error, Duration fromHeaders) {
        Duration asked = fromHeaders != null ? fromHeaders : inBody(status, error);
        boolean daily = status == TOO_MANY && (error.says(DAILY) || error.daily());
        if (!daily || asked != null && asked.compareTo(LONG) > 0) {
            return asked;
        }
        Instant midnight =
                LocalDate.ofInstant(now, day).plusDays(1).atStartOfDay(day).toInstant();
        return Duration.between(now, midnight);
    }

    /** Words tell of a wait only where one would help. */
    private Duration inBody(int status, ApiError error) {
        Duration named = ServerDelay.of(name -> error.hints().get(name), now);
        boolean worthWaiting = status == TOO_MANY || status == TIMEOUT || status >= SERVER_ERROR;
        if (named == null && worthWaiting) {
            named = ServerDelay.inWords(error.message(), now);
        }
        return named != null || error.upstream() == null ? named : inBody(status, error.upstream());
    }
}
