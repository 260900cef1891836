package dev.valuecompass.llm.chain;

import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.store.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one lane for each model of an endpoint: so many requests at once and not more, and none at all while the server
 * has asked for a pause. One refusal for too many requests cools the whole lane, since the waiting ones would meet the
 * same answer and count against the limit. A lane that is given up, or that rests for too long, sends nothing: its
 * requests end at once with the cause, and the other models go on. Nothing is sent that the budget has no money for.
 */
final class PacedConnection {
    /** Characters of a token, for pacing alone: the provider's own count corrects it. */
    private static final int CHARACTERS_A_TOKEN = 4;

    static final String TIME_IS_UP = "the time of the run is up";

    private final Connection connection;
    private final Terms terms;
    private final Timing timing;
    private final Traffic traffic;
    private final ConcurrentMap<String, ModelQueue> lanes = new ConcurrentHashMap<>();

    /**
     * What holds for all lanes of an endpoint.
     *
     * @param concurrency most requests of a lane under way at once
     * @param ledger where counts are kept across processes
     * @param purse what the run may spend
     */
    record Terms(int concurrency, RateLimits limits, Optional<Ledger> ledger, Budget purse) {
        static Terms concurrent(int most) {
            return new Terms(most, RateLimits.NONE, Optional.empty(), Budget.unlimited());
        }
    }

    /** @param traffic is told what is really sent and which lanes are parked */
    PacedConnection(Connection connection, Terms terms, Timing timing, Traffic traffic) {
        this.connection = connection;
        this.terms = terms;
        this.timing = timing;
        this.traffic = traffic;
    }

    /**
     * @param call id that all attempts of one call share
     * @param first whether it is the first of them
     */
    Attempt attempt(ChatRequest request, String call, boolean first) {
        ModelQueue lane = lane(request);
        try {
            lane.window.enter();
        } catch (InterruptedException e) {
            return stopped();
        }
        try {
            long tokens = tokens(request);
            Optional<Attempt> refused = awaitTurn(tokens, lane);
            return refused.isPresent() ? refused.get() : send(request, call, lane, new Booking(tokens, first));
        } catch (InterruptedException e) {
            return stopped();
        } finally {
            lane.window.leave();
        }
    }

    private ModelQueue lane(ChatRequest request) {
        ModelQueue known = lanes.get(request.model());
        return known != null ? known : open(request);
    }

    private ModelQueue open(ChatRequest request) {
        return lanes.computeIfAbsent(request.model(), model -> {
            ModelQueue lane = new ModelQueue(request.endpoint(), request.model(), terms);
            lane.parked(timing.clock().instant()).ifPresent(traffic::park);
            return lane;
        });
    }

    /** Whether nothing is sent any more after such a wait. */
    boolean closesWithin(Duration wait) {
        return closes(timing.clock().instant(), wait);
    }

    private boolean closes(Instant now, Duration wait) {
        Instant closing = traffic.closing();
        return !now.isBefore(closing)
                || !closing.equals(Instant.MAX) && !now.plus(wait).isBefore(closing);
    }

    /** How many requests of the same lane were served so far. */
    long answers(ChatRequest request) {
        return lane(request).answers();
    }

    /** How the lanes did, by model. */
    List<QueueHistory> histories() {
        return lanes.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(lane -> lane.getValue().history(terms.concurrency()))
                .toList();
    }

    /** Set when there is nothing to wait for. A pause that begins while we wait for our turn ends that turn. */
    private Optional<Attempt> awaitTurn(long tokens, ModelQueue lane) throws InterruptedException {
        boolean booked = false;
        while (true) {
            Instant now = timing.clock().instant();
            Optional<SuspendedModel> parked = lane.parked(now);
            if (parked.isPresent()) {
                return Optional.of(notSent(Outcome.PROVIDER_ERROR, parked.get().text()));
            }
            Duration wait = lane.pause(now);
            boolean turn = booked && wait.compareTo(Duration.ZERO) <= 0;
            if (wait.compareTo(Duration.ZERO) > 0) {
                booked = false;
            } else if (!booked) {
                wait = lane.book(now, tokens);
                booked = true;
            }
            if (closes(now, wait)) {
                return Optional.of(notSent(Outcome.CANCELLED, TIME_IS_UP));
            }
            if (turn) {
                return Optional.empty();
            }
            if (wait.compareTo(Duration.ZERO) > 0) {
                timing.sleeper().sleep(wait);
            }
        }
    }

    private record Booking(long tokens, boolean first) {}

    private Attempt send(ChatRequest request, String call, ModelQueue lane, Booking booked)
            throws InterruptedException {
        Optional<Budget.Hold> hold = terms.purse().hold(request);
        if (hold.isEmpty()) {
            return notSent(Outcome.BUDGET_SKIPPED, "the budget has no room for the most that it can cost");
        }
        Instant start = timing.clock().instant();
        Optional<SuspendedModel> usedUp = lane.takeOfTheDay(start, traffic::park);
        if (usedUp.isPresent()) {
            Attempt refused = notSent(Outcome.PROVIDER_ERROR, usedUp.get().text());
            terms.purse().settle(hold.get(), refused);
            return refused;
        }
        traffic.sent(request.model());
        ModelQueue.Sent sent = new ModelQueue.Sent(lane.window.episode(), start, booked.first(), booked.tokens());
        Attempt attempt = exchange(request, call);
        terms.purse().settle(hold.get(), attempt);
        lane.learn(sent, attempt, timing.clock().instant()).ifPresent(traffic::park);
        return attempt;
    }

    /** What breaks on one response is that call's failure, not the run's; it would be the same again. */
    private Attempt exchange(ChatRequest request, String call) {
        try {
            return connection.attempt(request, call);
        } catch (RuntimeException | Error e) {
            return Attempt.failed(
                    Attempt.Fate.FINAL,
                    Outcome.PROVIDER_ERROR,
                    "the response could not be read: " + Mishap.of(e).cause());
        }
    }

    private static long tokens(ChatRequest request) {
        long characters = 0;
        for (Message message : request.messages()) {
            characters += message.content().length();
        }
        return characters / CHARACTERS_A_TOKEN + request.sampling().maxTokens();
    }

    private static Attempt notSent(Outcome outcome, String why) {
        return Attempt.failed(Attempt.Fate.FINAL, outcome, "not sent: " + why).free();
    }

    private static Attempt stopped() {
        Thread.currentThread().interrupt();
        return Attempt.failed(Attempt.Fate.FINAL, Outcome.CANCELLED, "stopped before it was sent")
                .free();
    }
}
