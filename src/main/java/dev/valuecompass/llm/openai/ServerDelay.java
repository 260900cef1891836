package dev.valuecompass.llm.openai;

import dev.valuecompass.io.SmallLetters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
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

    private static final int LONGEST_MESSAGE = 2_000;

    private static final double UNIX_SECONDS = 1e9;
    private static final double UNIX_MILLIS = 1e12;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,15}(?:\\.\\d{0,15})?");

    /** One amount with its unit; a length of time is one or several of them. */
    private static final Pattern AMOUNT = Pattern.compile(
            "\\G[\\s,]{0,3}(?:and\\s{1,3})?(\\d{1,9}(?:\\.\\d{1,12})?)\\s{0,3}(?:(ms|msecs?|milli(?:second)?s?|毫秒)"
                    + "|(s|secs?|seconds?|秒钟?)|(m|mins?|minutes?|分钟?)|(h|hrs?|hours?|小时)|(d|days?|天))(?![a-z])");

    /** In the order of the groups, behind the first. */
    private static final double[] UNIT_MILLIS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    /** Words before a length of time that make it a wait. */
    private static final Pattern WAIT_FOR = Pattern.compile(
            "(?:try again|retry|retrying|retry[-_ ]after|wait|resets?|available|请在|请等待|等待|请)[^0-9\\n]{0,30}+(?=\\d)");

    /** A plain number behind these words is seconds. */
    private static final Pattern RETRY_AFTER =
            Pattern.compile("retry[-_ ]?after\\W{0,5}(\\d{1,9}(?:\\.\\d{1,9})?)(?![\\w.:-])");

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[\\d.]{0,10}(?:Z|[+-]\\d\\d:\\d\\d)?");
    private static final List<DateTimeFormatter> HTTP_DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            httpDate("EEEE, dd-MMM-yy HH:mm:ss zzz"),
            httpDate("EEE MMM ppd HH:mm:ss yyyy"));

    private static final List<String> AFTER_MILLIS =
            List.of("retry-after-ms", "x-retry-after-ms", "x-ms-retry-after-ms");
    private static final List<String> AFTER =
            List.of("retry-after", "x-retry-after", "x-ratelimit-retry-after", "ratelimit-retry-after");
    private static final String[][] RESETS = {
        {"x-ratelimit-reset-requests", "x-ratelimit-remaining-requests"},
        {"x-ratelimit-reset-tokens", "x-ratelimit-remaining-tokens"},
        {"anthropic-ratelimit-requests-reset", "anthropic-ratelimit-requests-remaining"},
        {"anthropic-ratelimit-tokens-reset", "anthropic-ratelimit-tokens-remaining"},
        {"anthropic-ratelimit-input-tokens-reset", "anthropic-ratelimit-input-tokens-remaining"},
        {"anthropic-ratelimit-output-tokens-reset", "anthropic-ratelimit-output-tokens-remaining"},
        {"anthropic-ratelimit-unified-reset", "anthropic-ratelimit-unified-remaining"},
        {"x-ratelimit-reset-requests-minute", "x-ratelimit-remaining-requests-minute"},
        {"x-ratelimit-reset-requests-hour", "x-ratelimit-remaining-requests-hour"},
        {"x-ratelimit-reset-requests-day", "x-ratelimit-remaining-requests-day"},
        {"x-ratelimit-reset-tokens-minute", "x-ratelimit-remaining-tokens-minute"},
        {"x-ratelimit-reset-tokens-day", "x-ratelimit-remaining-tokens-day"},
        {"x-ratelimit-reset-after", "x-ratelimit-remaining"},
        {"x-ratelimit-reset", "x-ratelimit-remaining"},
        {"x-rate-limit-reset", "x-rate-limit-remaining"},
        {"ratelimit-reset", "ratelimit-remaining"},
        {"ratelimit#reset", "ratelimit#remaining"}
    };

    /** Names with a # stand for a part of the header before it, which is called by its first letter as well. */
    private static final Pattern RESET_PART = Pattern.compile("(?:^|[;,\\s])(?:reset|t)=(\\d{1,10})");

    private static final Pattern REMAINING_PART = Pattern.compile("(?:^|[;,\\s])(?:remaining|r)=(\\d{1,10})");

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
        return first(AFTER_MILLIS, header, value -> millis(value))
                .or(() -> first(AFTER, header, value -> wait(value, now)))
                .or(() -> resets(header, now))
                .orElse(null);
    }

    /**
     * How long the words of an error ask to wait, such as {@code Please try again in 1m30s}; null when they do not.
     *
     * @param message read as far as its first {@value #LONGEST_MESSAGE} characters
     */
    static Duration inWords(String message, Instant now) {
        String all = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
        String text = SmallLetters.of(all);
        Matcher wait = WAIT_FOR.matcher(text);
        while (wait.find()) {
            Optional<Duration> found = span(text, wait.end(), false)
                    .or(() -> DATE.matcher(all)
                            .region(wait.end(), all.length())
                            .results()
                            .limit(1)
                            .filter(date -> date.start() == wait.end())
                            .flatMap(date -> isoDate(date.group(), now).stream())
                            .findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        }
        Matcher after = RETRY_AFTER.matcher(text);
        return after.find() ? wait(after.group(1), now).orElse(null) : null;
    }

    /** The value of a header or of a part of one; null when it is not there. */
    private static String value(Function<String, String> header, String name) {
        int part = name.indexOf('#');
        String value = header.apply(part < 0 ? name : name.substring(0, part));
        if (part < 0 || value == null) {
            return value;
        }
        Matcher found = (name.endsWith("#reset") ? RESET_PART : REMAINING_PART).matcher(strip(value));
        return found.find() ? found.group(1) : null;
    }

    private static Optional<Duration> first(
            List<String> names, Function<String, String> header, Function<String, Optional<Duration>> read) {
        return names.stream()
                .map(name -> read.apply(strip(header.apply(name))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Duration> millis(String value) {
        return number(value).flatMap(ms -> seconds(ms / 1000)).or(() -> span(SmallLetters.of(value), 0, true));
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
                .filter(names -> number(value(header, names[1]))
                        .filter(left -> left < (names[1].contains("token") ? Math.max(tokens, 1) : 1))
                        .isPresent())
                .flatMap(names -> wait(names[0].isEmpty() ? "60" : value(header, names[0]), now).stream())
                .filter(delay -> delay.compareTo(LONGEST_USED_UP) <= 0)
                .max(Duration::compareTo)
                .orElse(null);
    }

    /** Most servers tell nothing, and each answer is asked. */
    private static boolean told(Function<String, String> header) {
        for (String[] names : LEFT) {
            if (value(header, names[1]) != null) {
                return true;
            }
        }
        return false;
    }

    /** A bucket that is empty decides; when none says that it is, the one that is refilled first. */
    private static Optional<Duration> resets(Function<String, String> header, Instant now) {
        Optional<Duration> empty = Stream.of(RESETS)
                .filter(names -> "0".equals(strip(value(header, names[1]))))
                .flatMap(names -> wait(value(header, names[0]), now).stream())
                .max(Duration::compareTo);
        return empty.or(() -> Stream.of(RESETS)
                .flatMap(names -> wait(value(header, names[0]), now).stream())
                .min(Duration::compareTo));
    }

    /**
     * Seconds, {@code 6m0s}, {@code 500ms}, {@code 30 seconds}, {@code PT30S}, Unix time in seconds or milliseconds, an ISO
     * instant, or a date of HTTP.
     */
    private static Optional<Duration> wait(String value, Instant now) {
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
        return span(SmallLetters.of(text), 0, true)
                .or(() -> isoLength(text))
                .or(() -> isoDate(text, now))
                .or(() -> httpDate(text, now));
    }

    /** A length of time such as {@code 1m30s}. @param whole whether nothing may follow it */
    private static Optional<Duration> span(String text, int from, boolean whole) {
        Matcher amount = AMOUNT.matcher(text).region(from, text.length());
        double sum = 0;
        int end = from;
        while (amount.find()) {
            int unit = 2;
            while (amount.group(unit) == null) {
                unit++;
            }
            sum += Double.parseDouble(amount.group(1)) * UNIT_MILLIS[unit - 2];
            end = amount.end();
        }
        return whole && end < text.length() ? Optional.empty() : seconds(sum / 1000);
    }

    private static Optional<Duration> isoLength(String text) {
        try {
            return text.startsWith("P") ? seconds(Duration.parse(text).toNanos() / 1e9) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Without a zone it is taken for UTC. */
    private static Optional<Duration> isoDate(String text, Instant now) {
        String iso = text.replaceFirst("(?<=\\d) (?=\\d)", "T").replace(" UTC", "Z");
        try {
            return between(now, ZonedDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            // Perhaps it names no zone.
        }
        try {
            return between(now, LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter httpDate(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }

    private static Optional<Duration> httpDate(String value, Instant now) {
        for (DateTimeFormatter form : HTTP_DATES) {
            try {
                return between(now, Instant.from(form.parse(value)));
            } catch (DateTimeException e) {
                // Perhaps another form.
            }
        }
        return Optional.empty();
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
