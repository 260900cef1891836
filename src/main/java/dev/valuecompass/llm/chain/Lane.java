package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One model's share of an endpoint: what may be under way at once, until when it rests, and whether it is given up. */
final class Lane {
    /** One such error may be about its request; this many in a row are about the model, the key or the account. */
    static final int HOPELESS_IN_A_ROW = 3;

    private static final Duration PAUSE_WHEN_NOT_TOLD = Duration.ofSeconds(1);

    final Semaphore permits;
    private final String endpoint;
    private final String model;
    private Instant notBefore = Instant.MIN;
    private int hopeless;
    private long answers;
    private Parked parked;

    Lane(String endpoint, String model, int concurrency) {
        this.endpoint = endpoint;
        this.model = model;
        permits = new Semaphore(concurrency, true);
    }

    /** Set while nothing is to be sent; a lane whose limit has nearly run out is open again. */
    synchronized Optional<Parked> parked(Instant now) {
        boolean over = parked != null
                && parked.limitedUntil() != null
                && !now.plus(RetryPolicy.LONGEST_SERVER_DELAY).isBefore(parked.limitedUntil());
        if (over) {
            parked = null;
            hopeless = 0;
        }
        return Optional.ofNullable(parked);
    }

    /** What is left of the pause that the server asked for; zero or less when there is none. */
    synchronized Duration pause(Instant now) {
        return notBefore.equals(Instant.MIN) ? Duration.ZERO : Duration.between(now, notBefore);
    }

    /** Requests that were served so far, whatever the answer was worth. */
    synchronized long answers() {
        return answers;
    }

    /** Learns from an exchange; set when this one parks the lane. */
    synchronized Optional<Parked> learn(Attempt attempt, Instant now) {
        if (attempt.fate() == Fate.FINAL) {
            finished(attempt.result().outcome());
            return Optional.empty();
        }
        Duration asked = attempt.serverDelay();
        if (attempt.fate() == Fate.RATE_LIMITED || asked != null) {
            Instant until = now.plus(asked == null ? PAUSE_WHEN_NOT_TOLD : asked);
            notBefore = until.isAfter(notBefore) ? until : notBefore;
        }
        hopeless = attempt.fate() == Fate.HOPELESS ? hopeless + 1 : hopeless;
        if (parked != null && parked.limitedUntil() != null) {
            // Others were under way when the lane was parked; the longest wish holds.
            parked = new Parked(endpoint, model, parked.cause(), notBefore);
        }
        boolean tooLong = asked != null && asked.compareTo(RetryPolicy.LONGEST_SERVER_DELAY) > 0;
        if (parked != null || !tooLong && hopeless < HOPELESS_IN_A_ROW) {
            return Optional.empty();
        }
        parked = new Parked(endpoint, model, attempt.result().detail(), tooLong ? notBefore : null);
        return Optional.of(parked);
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
}
