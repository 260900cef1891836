package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Attempt;

/** A call beside chat completions that did not do what it should; says what happened, without secrets. */
public final class ServiceTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final Attempt.Fate fate;

    /** @param status of HTTP; 0 when no response came */
    ServiceTrouble(int status, Attempt attempt) {
        super(attempt.result().detail());
        this.status = status;
        this.fate = attempt.fate();
    }

    /** Whether the server has no such thing. */
    public boolean missing() {
        return status == 404 || status == 410;
    }

    /** Whether the server has such a thing already. */
    public boolean taken() {
        return status == 409;
    }

    /** Whether the same call may do later, so that nobody knows what became of this one. */
    public boolean passing() {
        return fate == Attempt.Fate.TRANSIENT || fate == Attempt.Fate.FAULT || fate == Attempt.Fate.RATE_LIMITED;
    }
}
