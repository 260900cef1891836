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

/** The only place where an attempt is repeated. It holds no permit while it waits. */
final class Retrying implements ChatModel {
    private final Pacing pacing;
    private final RetryPolicy policy;
    private final Timing timing;

    Retrying(Pacing pacing, RetryPolicy policy, Timing timing) {
        this.pacing = pacing;
        this.policy = policy;
        this.timing = timing;
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        Instant deadline = timing.clock().instant().plus(policy.elapsed());
        List<String> errors = new ArrayList<>();
        while (true) {
            Attempt attempt = pacing.attempt(request);
            ChatResult result = attempt.result();
            boolean another = attempt.fate() == Attempt.Fate.TRANSIENT || attempt.fate() == Attempt.Fate.RATE_LIMITED;
            if (!another && attempt.fate() != Attempt.Fate.HOPELESS) {
                return result.after(errors);
            }
            errors.add(result.detail());
            Duration wait = wait(attempt, errors.size());
            if (!another
                    || errors.size() > policy.retries()
                    || wait.compareTo(policy.longestServerDelay()) > 0
                    || timing.clock().instant().plus(wait).isAfter(deadline)) {
                return result.after(errors);
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
