package dev.valuecompass.llm;

import java.time.Duration;

/**
 * One exchange with an endpoint.
 *
 * @param fate what may be done about it
 * @param serverDelay how long the server asked to wait before the next attempt; null when it did not say
 * @param pause until an allowance that this exchange used up is there again; null when it did not, or nobody said so
 * @param unbilled whether it is certain that nobody pays for it: it was refused, or never reached the server
 */
public record Attempt(ChatResult result, Fate fate, Duration serverDelay, Duration pause, boolean unbilled) {
    /** @param serverDelay how long the server asked to be left alone; null when it did not say */
    public Attempt(ChatResult result, Fate fate, Duration serverDelay) {
        this(result, fate, serverDelay, null, false);
    }

    /** What an exchange means for the next one. */
    public enum Fate {
        /** An answer, or a failure that would be the same again. */
        FINAL,
        /** A failure of this exchange alone: another try may succeed. */
        TRANSIENT,
        /** The server broke: another try may succeed, unless it is this very request that breaks it. */
        FAULT,
        /** The endpoint takes no more requests for this model for a while. */
        RATE_LIMITED,
        /** No request for this model will succeed: a wrong key, an unknown model, an exhausted quota. */
        HOPELESS
    }

    /** One that decides the call, whatever its outcome. */
    public static Attempt of(ChatResult result) {
        return new Attempt(result, Fate.FINAL, null);
    }

    /** The same exchange with another result. */
    public Attempt with(ChatResult other) {
        return new Attempt(other, fate, serverDelay, pause, unbilled);
    }

    /** The same exchange, which nobody pays for. */
    public Attempt free() {
        return new Attempt(result, fate, serverDelay, pause, true);
    }

    /** The same exchange, after which an allowance is used up for so long; null for none. */
    public Attempt pausing(Duration used) {
        return new Attempt(result, fate, serverDelay, used, unbilled);
    }

    public static Attempt failed(Fate fate, Outcome outcome, String detail) {
        return new Attempt(ChatResult.failed(outcome, detail), fate, null);
    }
}
