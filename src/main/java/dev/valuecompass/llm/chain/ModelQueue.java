package dev.valuecompass.llm.chain;

import dev.valuecompass.config.RateLimits;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.store.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** One model's share of an endpoint: what may be under way at once, until when it rests, and whether it is given up. */
final class ModelQueue {
    /** One such error may be about its request; this many in a row are about the model, the key or the account. */
    static final int HOPELESS_IN_A_ROW = 3;

    private static final Duration PAUSE_WHEN_NOT_TOLD = Duration.ofSeconds(1);

    /** After a refusal requests go out this much faster than they come back, not all at once. */
    private static final double SPREAD = 1.25;

    final ConcurrencyWindow window;
    private final String endpoint;
    private final String model;
    private final RateLimits limits;
    private final Optional<Ledger> ledger;
    private final RateLimiter requests;
    private final RateLimiter tokens;
    private Instant notBefore = Instant.MIN;
    private Instant nextSend = Instant.MIN;
    private double secondsEach;
    private int hopeless;
    private long answers;
    private SuspendedModel parked;

    ModelQueue(String endpoint, String model, PacedConnection.Terms terms) {
        this.endpoint = endpoint;
        this.model = model;
        limits = terms.limits();
        ledger = terms.ledger();
        window = new ConcurrencyWindow(terms.concurrency());
        requests = new RateLimiter(limits.requestsPerMinute());
        tokens = new RateLimiter(limits.tokensPerMinute());
        ledger.flatMap(book -> book.rest(name()))
                .ifPresent(rest -> parked = new SuspendedModel(endpoint, model, rest.cause(), rest.until()));
    }

    /** By what it is found again in the ledger. */
    private String name() {
        return endpoint + " " + model;
    }

    /** Set while nothing is to be sent; a queue whose limit has nearly run out is open again. */
    synchronized Optional<SuspendedModel> parked(Instant now) {
        boolean over = parked != null
                && parked.limitedUntil() != null
                && !now.plus(RetryPolicy.LONGEST_SERVER_DELAY).isBefore(parked.limitedUntil());
        if (over) {
            notBefore = later(notBefore, parked.limitedUntil());
            parked = null;
            hopeless = 0;
        }
        return Optional.ofNullable(parked);
    }

    /** What is left of the pause that the server asked for; zero or less when there is none. */
    synchronized Duration pause(Instant now) {
        return notBefore.equals(Instant.MIN) ? Duration.ZERO : Duration.between(now, notBefore);
    }

    /** Books the next free time for a request of so many tokens, and says how far away it is. */
    synchronized Duration book(Instant now, long size) {
        Duration wait = max(requests.book(now, 1), tokens.book(now, size));
        if (window.cuts() > 0 && secondsEach > 0) {
            Instant turn = later(nextSend, now);
            nextSend = turn.plusNanos((long) (secondsEach * 1e9 / window.size() / SPREAD));
            wait = max(wait, Duration.between(now, turn));
        }
        return wait;
    }

    /**
     * Counts the request against the day's quota; set when that is used up, which parks the queue.
     *
     * @param listener is told when it is this request that parks it
     */
    Optional<SuspendedModel> takeOfTheDay(Instant now, Consumer<SuspendedModel> listener) {
        if (limits.requestsPerDay() == null || ledger.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = now.atZone(limits.day()).toLocalDate();
        if (ledger.get().take(name(), day, limits.requestsPerDay())) {
            return Optional.empty();
        }
        Instant midnight = day.plusDays(1).atStartOfDay(limits.day()).toInstant();
        SuspendedModel none =
                new SuspendedModel(endpoint, model, limits.requestsPerDay() + " requests a day are used up", midnight);
        synchronized (this) {
            if (parked == null) {
                parked = none;
                listener.accept(none);
            }
        }
        return Optional.of(none);
    }

    /** Requests that were served so far, whatever the answer was worth. */
    synchronized long answers() {
        return answers;
    }

    /** How the window did. */
    QueueHistory history(int most) {
        return new QueueHistory(endpoint, model, most, window.least(), window.size(), window.cuts());
    }

    /** A request as it was sent. */
    record Sent(int episode, Instant at, boolean first, long tokens) {}

    /** Learns from an exchange; set when this one parks the queue. */
    synchronized Optional<SuspendedModel> learn(Sent sent, Attempt attempt, Instant now) {
        account(sent, attempt, now);
        rest(attempt, now);
        if (attempt.fate() == Fate.FINAL) {
            finished(attempt.result().outcome());
            return Optional.empty();
        }
        Duration asked = attempt.serverDelay();
        hopeless = attempt.fate() == Fate.HOPELESS ? hopeless + 1 : hopeless;
        if (parked != null && parked.limitedUntil() != null) {
            // Others were under way when the queue was parked; the longest wish holds.
            parked = new SuspendedModel(endpoint, model, parked.cause(), later(parked.limitedUntil(), notBefore));
        }
        boolean tooLong = asked != null && asked.compareTo(RetryPolicy.LONGEST_SERVER_DELAY) > 0;
        if (parked != null || !tooLong && hopeless < HOPELESS_IN_A_ROW) {
            return Optional.empty();
        }
        parked = new SuspendedModel(endpoint, model, attempt.result().detail(), tooLong ? notBefore : null);
        if (tooLong) {
            remember(now);
        }
        return Optional.of(parked);
    }

    private void remember(Instant now) {
        Instant until = parked.limitedUntil().isAfter(now.plus(Ledger.LONGEST_REST))
                ? now.plus(Ledger.LONGEST_REST)
                : parked.limitedUntil();
        ledger.ifPresent(book -> book.rest(name(), new Ledger.Pause(until, parked.cause())));
    }

    private void account(Sent sent, Attempt attempt, Instant now) {
        Integer prompt = attempt.result().usage().prompt();
        Integer completion = attempt.result().usage().completion();
        if (prompt != null && completion != null) {
            tokens.giveBack(sent.tokens() - prompt - completion);
        }
        switch (attempt.fate()) {
            case FINAL -> {
                double took = Duration.between(sent.at(), now).toNanos() / 1e9;
                secondsEach = secondsEach == 0 ? took : 0.9 * secondsEach + 0.1 * took;
                if (sent.first()) {
                    window.served();
                }
            }
            case RATE_LIMITED -> window.refused(sent.episode());
            case TRANSIENT, FAULT -> window.troubled();
            case HOPELESS -> {}
        }
    }

    private void rest(Attempt attempt, Instant now) {
        Duration asked = attempt.fate() == Fate.FINAL ? attempt.pause() : attempt.serverDelay();
        if (asked != null || attempt.fate() == Fate.RATE_LIMITED) {
            notBefore = later(notBefore, now.plus(asked == null ? PAUSE_WHEN_NOT_TOLD : asked));
        }
    }

    private void finished(Outcome outcome) {
        if (outcome == Outcome.CANCELLED) {
            return;
        }
        hopeless = 0;
        if (outcome != Outcome.PROVIDER_ERROR && outcome != Outcome.TRANSPORT_ERROR) {
            answers++;
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
