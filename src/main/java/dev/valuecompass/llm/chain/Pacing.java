package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps one lane for each model of an endpoint: so many requests at once and not more, and none at all while the server
 * has asked for a pause. One refusal for too many requests cools the whole lane, since the waiting ones would meet the
 * same answer and count against the limit.
 */
final class Pacing {
    private static final Duration PAUSE_WHEN_NOT_TOLD = Duration.ofSeconds(1);

    private final Connection connection;
    private final int concurrency;
    private final Timing timing;
    private final Map<String, LongAdder> calls;
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

    /** One model's share of the endpoint. */
    private static final class Lane {
        final Semaphore permits;
        private Instant notBefore = Instant.MIN;

        Lane(int concurrency) {
            permits = new Semaphore(concurrency, true);
        }

        synchronized Instant notBefore() {
            return notBefore;
        }

        synchronized void coolUntil(Instant until) {
            notBefore = until.isAfter(notBefore) ? until : notBefore;
        }
    }

    /** @param calls counts what is really sent, by model */
    Pacing(Connection connection, int concurrency, Timing timing, Map<String, LongAdder> calls) {
        this.connection = connection;
        this.concurrency = concurrency;
        this.timing = timing;
        this.calls = calls;
    }

    Attempt attempt(ChatRequest request) {
        Lane lane = lanes.computeIfAbsent(request.model(), model -> new Lane(concurrency));
        try {
            lane.permits.acquire();
        } catch (InterruptedException e) {
            return stopped();
        }
        try {
            return send(request, lane);
        } catch (InterruptedException e) {
            return stopped();
        } finally {
            lane.permits.release();
        }
    }

    private Attempt send(ChatRequest request, Lane lane) throws InterruptedException {
        for (Duration pause = pause(lane); pause.compareTo(Duration.ZERO) > 0; pause = pause(lane)) {
            if (pause.compareTo(RetryPolicy.LONGEST_SERVER_DELAY) > 0) {
                String detail = "not sent: the provider takes no requests for this model before " + lane.notBefore();
                return Attempt.failed(Attempt.Fate.HOPELESS, Outcome.PROVIDER_ERROR, detail);
            }
            timing.sleeper().sleep(pause);
        }
        calls.computeIfAbsent(request.model(), model -> new LongAdder()).increment();
        Attempt attempt = connection.attempt(request);
        if (attempt.fate() == Attempt.Fate.RATE_LIMITED) {
            Duration pause = attempt.serverDelay() == null ? PAUSE_WHEN_NOT_TOLD : attempt.serverDelay();
            lane.coolUntil(timing.clock().instant().plus(pause));
        }
        return attempt;
    }

    private Duration pause(Lane lane) {
        Instant notBefore = lane.notBefore();
        return notBefore.equals(Instant.MIN)
                ? Duration.ZERO
                : Duration.between(timing.clock().instant(), notBefore);
    }

    private static Attempt stopped() {
        Thread.currentThread().interrupt();
        return Attempt.failed(Attempt.Fate.FINAL, Outcome.CANCELLED, "stopped before it was sent");
    }
}
