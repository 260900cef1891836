package dev.valuecompass.llm.openai;

import dev.valuecompass.io.SmallLetters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a server asks to wait, from its response headers: {@code retry-after-ms}, then {@code retry-after}, then the
 * reset headers. What is not a positive, finite wait is as if it were not there.
 */
public final class ServerDelay {
    /** More than any quota period; a larger number is a mistake. */
    private static final double MOST_SECONDS = 40 * 86_400.0;

    private static final Duration LONGEST_USED_UP = Duration.ofSeconds(120);
    /** No delay takes more characters. */
    private static final int LONGEST = 100;

    private static final double UNIX_SECONDS = 1e9;
    private static final double UNIX_MILLIS = 1e12;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,15}(?:\\.\\d{0,15})?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");
    private static final String[][] RESETS = {
        {"x-ratelimit-reset-requests", "x-ratelimit-remaining-requests"},
        {"x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens"},
        {"anthropic-ratelimit-requests-reset", "anthropic-ratelimit-requests-remaining"},
        {"anthropic-ratelimit-tokens-reset", "anthropic-ratelimit-tokens-remaining"},
        {"anthropic-ratelimit-input-tokens-reset", "anthropic-ratelimit-input-tokens-remaining"},
        {"anthropic-ratelimit-output-tokens-reset", "anthropic-ratelimit-output-tokens-remaining"},
        {"x-ratelimit-reset", "x-ratelimit-remaining"},
        {"ratelimit-reset", "ratelimit-remaining"}
    };

    /** Allowances of a minute whose end nobody tells. */
    private static final String[][] OF_A_MINUTE = {
        {"", "x-ratelimit-remaining-req-minute"}, {"", "x-ratelimit-remaining-tokens-minute"}
    };

    private static final List<String[]> LEFT =
            Stream.concat(Stream.of(RESETS), Stream.of(OF_A_MINUTE)).toList();

    private ServerDelay() {}

    /**
     * @param header gives the value of a header, null when it is not there; names in lower case
     * @return null when the server does not say
     */
    public static Duration of(Function<String, String> header, Instant now) {
        return number(header.apply("retry-after-ms"))
                .flatMap(ms -> seconds(ms / 1000))
                .or(() -> retryAfter(header.apply("retry-after"), now))
                .or(() -> resets(header, now))
                .orElse(null);
    }

    /**
     * How long an allowance is used up after a request that was served, from the reset headers alone; longer than a call
     * waits is left to the refusal that will come. A Retry-After on a response that succeeded means nothing.
     *
     * @param tokens what a request like this one takes
     * @return null when there is room for another one, or nobody says
     */
    public static Duration usedUp(Function<String, String> header, long tokens, Instant now) {
        if (!told(header)) {
            return null;
        }
        return LEFT.stream()
                .filter(names -> number(header.apply(names[1]))
                        .filter(left -> left < (names[1].contains("token") ? Math.max(tokens, 1) : 1))
                        .isPresent())
                .flatMap(names -> reset(names[0].isEmpty() ? "60" : header.apply(names[0]), now).stream())
                .filter(delay -> delay.compareTo(LONGEST_USED_UP) <= 0)
                .max(Duration::compareTo)
                .orElse(null);
    }

    /** Most servers tell nothing, and each answer is asked. */
    private static boolean told(Function<String, String> header) {
        for (String[] names : LEFT) {
            if (header.apply(names[1]) != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        return number(value).flatMap(ServerDelay::seconds).or(() -> httpDate(strip(value), now));
    }

    /** A bucket that is empty decides; when none says that it is, the one that is refilled first. */
    private static Optional<Duration> resets(Function<String, String> header, Instant now) {
        Optional<Duration> empty = Stream.of(RESETS)
                .filter(names -> "0".equals(strip(header.apply(names[1]))))
                .flatMap(names -> reset(header.apply(names[0]), now).stream())
                .max(Duration::compareTo);
        return empty.or(() -> Stream.of(RESETS)
                .flatMap(names -> reset(header.apply(names[0]), now).stream())
                .min(Duration::compareTo));
    }

    /** {@code 6m0s}, {@code 500ms}, seconds, Unix time in seconds or milliseconds, or an ISO instant. */
    private static Optional<Duration> reset(String value, Instant now) {
        String text = strip(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> number = number(text);
        if (number.isPresent()) {
            double n = number.get();
            double unix = n >= UNIX_MILLIS ? n / 1000 : n;
            return seconds(n >= UNIX_SECONDS ? unix - now.toEpochMilli() / 1000.0 : n);
        }
        Matcher units = UNITS.matcher(SmallLetters.of(text).replace(" ", ""));
        if (units.matches()) {
            return seconds(part(units, 1) * 86_400
                    + part(units, 2) * 3_600
                    + part(units, 3) * 60
                    + part(units, 4)
                    + part(units, 5) / 1000);
        }
        try {
            return between(now, ZonedDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static double part(Matcher units, int group) {
        return units.group(group) == null ? 0 : Double.parseDouble(units.group(group));
    }

    private static Optional<Duration> httpDate(String value, Instant now) {
        try {
            return between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> between(Instant now, Instant then) {
        // In floating point: milliseconds up to the year 999,999,999 do not fit into a long.
        return seconds((double) then.getEpochSecond() - now.getEpochSecond() + (then.getNano() - now.getNano()) / 1e9);
    }

    private static Optional<Double> number(String value) {
        String text = strip(value);
        return NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private static Optional<Duration> seconds(double seconds) {
        return seconds > 0 && seconds <= MOST_SECONDS
                ? Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)))
                : Optional.empty();
    }

    private static String strip(String value) {
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }
}
