package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The only place where an attempt is repeated. It holds no permit while it waits. A request on which the server breaks
 * in the same way time and again, while it serves others of the queue, fails alone.
 */
final class Retrying implements ChatModel {
    private final PacedConnection pacing;
    private final RetryPolicy policy;
    private final Timing timing;

    /** Ids of calls begin with it; the numbers behind it are cheaper than that much chance for each. */
    private final String run = UUID.randomUUID() + "-";

    private final AtomicLong calls = new AtomicLong();

    Retrying(PacedConnection pacing, RetryPolicy policy, Timing timing) {
        this.pacing = pacing;
        this.policy = policy;
        this.timing = timing;
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        Instant deadline = timing.clock().instant().plus(policy.elapsed());
        String call = run.concat(Long.toString(calls.incrementAndGet()));
        List<String> errors = new ArrayList<>();
        RepeatedFaults faults = new RepeatedFaults(pacing.answers(request));
        while (true) {
            Attempt attempt = pacing.attempt(request, call, errors.isEmpty());
            ChatResult result = attempt.result();
            if (attempt.fate() == Attempt.Fate.FINAL) {
                return errors.isEmpty() ? result : result.after(errors);
            }
            errors.add(result.detail());
            Duration wait = wait(attempt, errors.size());
            if (faults.poisoned(attempt, pacing.answers(request))) {
                return result.noting("it broke the server in the same way " + RepeatedFaults.MOST
                                + " times while other requests were served")
                        .after(errors);
            }
            if (attempt.fate() == Attempt.Fate.HOPELESS
                    || errors.size() > policy.retries()
                    || wait.compareTo(policy.longestServerDelay()) > 0
                    || timing.clock().instant().plus(wait).isAfter(deadline)) {
                return result.after(errors);
            }
            if (pacing.closesWithin(wait)) {
                return ChatResult.failed(Outcome.CANCELLED, PacedConnection.TIME_IS_UP + ", before it was tried again")
                        .after(errors);
            }
            if (!slept(wait)) {
                return ChatResult.failed(Outcome.CANCELLED, "stopped while waiting to try again")
                        .after(errors);
            }
        }
    }

    /** The server's wish from this attempt, or our own wait if that is longer. */
    private Duration wait(Attempt attempt, int failures) {
        Duration own = policy.backoff(failures, timing.jitter().getAsDouble());
        Duration asked = attempt.serverDelay();
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private boolean slept(Duration wait) {
        try {
            timing.sleeper().sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
