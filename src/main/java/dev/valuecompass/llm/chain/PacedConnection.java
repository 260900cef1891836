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
 * Keeps one queue for each model of an endpoint: so many requests at once and not more, and none at all while the server
 * has asked for a pause. One refusal for too many requests cools the whole queue, since the waiting ones would meet the
 * same answer and count against the limit. A queue that is given up, or that rests for too long, sends nothing: its
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
    private final ConcurrentMap<String, ModelQueue> queues = new ConcurrentHashMap<>();

    /**
     * What holds for all queues of an endpoint.
     *
     * @param concurrency most requests of a queue under way at once
     * @param ledger where counts are kept across processes
     * @param budget what the run may spend
     */
    record Terms(int concurrency, RateLimits limits, Optional<Ledger> ledger, Budget budget) {
        static Terms concurrent(int most) {
            return new Terms(most, RateLimits.NONE, Optional.empty(), Budget.unlimited());
        }
    }

    /** @param traffic is told what is really sent and which queues are parked */
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
        ModelQueue queue = queue(request);
        try {
            queue.window.enter();
        } catch (InterruptedException e) {
            return stopped();
        }
        try {
            long tokens = tokens(request);
            Optional<Attempt> refused = awaitTurn(tokens, queue);
            return refused.isPresent() ? refused.get() : send(request, call, queue, new Booking(tokens, first));
        } catch (InterruptedException e) {
            return stopped();
        } finally {
            queue.window.leave();
        }
    }

    private ModelQueue queue(ChatRequest request) {
        ModelQueue known = queues.get(request.model());
        return known != null ? known : open(request);
    }

    private ModelQueue open(ChatRequest request) {
        return queues.computeIfAbsent(request.model(), model -> {
            ModelQueue queue = new ModelQueue(request.endpoint(), request.model(), terms);
            queue.parked(timing.clock().instant()).ifPresent(traffic::park);
            return queue;
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

    /** How many requests of the same queue were served so far. */
    long answers(ChatRequest request) {
        return queue(request).answers();
    }

    /** How the queues did, by model. */
    List<QueueHistory> histories() {
        return queues.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(queue -> queue.getValue().history(terms.concurrency()))
                .toList();
    }

    /** Set when there is nothing to wait for. A pause that begins while we wait for our turn ends that turn. */
    private Optional<Attempt> awaitTurn(long tokens, ModelQueue queue) throws InterruptedException {
        boolean booked = false;
        while (true) {
            Instant now = timing.clock().instant();
            Optional<SuspendedModel> parked = queue.parked(now);
            if (parked.isPresent()) {
                return Optional.of(notSent(Outcome.PROVIDER_ERROR, parked.get().text()));
            }
            Duration wait = queue.pause(now);
            boolean turn = booked && wait.compareTo(Duration.ZERO) <= 0;
            if (wait.compareTo(Duration.ZERO) > 0) {
                booked = false;
            } else if (!booked) {
                wait = queue.book(now, tokens);
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

    private Attempt send(ChatRequest request, String call, ModelQueue queue, Booking booked)
            throws InterruptedException {
        Optional<Budget.Reservation> hold = terms.budget().hold(request);
        if (hold.isEmpty()) {
            return notSent(Outcome.BUDGET_SKIPPED, "the budget has no room for the most that it can cost");
        }
        Instant start = timing.clock().instant();
        Optional<SuspendedModel> usedUp = queue.takeOfTheDay(start, traffic::park);
        if (usedUp.isPresent()) {
            Attempt refused = notSent(Outcome.PROVIDER_ERROR, usedUp.get().text());
            terms.budget().settle(hold.get(), refused);
            return refused;
        }
        ModelQueue.Sent sent = new ModelQueue.Sent(queue.window.episode(), start, booked.first(), booked.tokens());
        Attempt attempt = exchange(request, call);
        boolean kept = attempt.unbilled() && attempt.result().outcome() == Outcome.CANCELLED;
        if (!kept) {
            traffic.sent(request.model());
        }
        terms.budget().settle(hold.get(), attempt);
        queue.learn(sent, attempt, timing.clock().instant()).ifPresent(traffic::park);
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
