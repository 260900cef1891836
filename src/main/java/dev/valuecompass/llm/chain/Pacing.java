package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one lane for each model of an endpoint: so many requests at once and not more, and none at all while the server
 * has asked for a pause. One refusal for too many requests cools the whole lane, since the waiting ones would meet the
 * same answer and count against the limit. A lane that is given up, or that rests for too long, sends nothing: its
 * requests end at once with the cause, and the other models go on.
 */
final class Pacing {
    private final Connection connection;
    private final int concurrency;
    private final Timing timing;
    private final Traffic traffic;
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

    /** @param traffic is told what is really sent and which lanes are parked */
    Pacing(Connection connection, int concurrency, Timing timing, Traffic traffic) {
        this.connection = connection;
        this.concurrency = concurrency;
        this.timing = timing;
        this.traffic = traffic;
    }

    /** @param call id that all attempts of one call share */
    Attempt attempt(ChatRequest request, String call) {
        Lane lane = lane(request);
        try {
            lane.permits.acquire();
        } catch (InterruptedException e) {
            return stopped();
        }
        try {
            return send(request, call, lane);
        } catch (InterruptedException e) {
            return stopped();
        } finally {
            lane.permits.release();
        }
    }

    private Lane lane(ChatRequest request) {
        return lanes.computeIfAbsent(
                request.model(), model -> new Lane(request.endpoint(), request.model(), concurrency));
    }

    /** How many requests of the same lane were served so far. */
    long answers(ChatRequest request) {
        return lane(request).answers();
    }

    private Attempt send(ChatRequest request, String call, Lane lane) throws InterruptedException {
        while (true) {
            Instant now = timing.clock().instant();
            Optional<Parked> parked = lane.parked(now);
            if (parked.isPresent()) {
                return Attempt.failed(
                        Attempt.Fate.FINAL,
                        Outcome.PROVIDER_ERROR,
                        "not sent: " + parked.get().text());
            }
            Duration pause = lane.pause(now);
            if (pause.compareTo(Duration.ZERO) <= 0) {
                break;
            }
            timing.sleeper().sleep(pause);
        }
        traffic.sent(request.model());
        Attempt attempt = connection.attempt(request, call);
        lane.learn(attempt, timing.clock().instant()).ifPresent(traffic::park);
        return attempt;
    }

    private static Attempt stopped() {
        Thread.currentThread().interrupt();
        return Attempt.failed(Attempt.Fate.FINAL, Outcome.CANCELLED, "stopped before it was sent");
    }
}
