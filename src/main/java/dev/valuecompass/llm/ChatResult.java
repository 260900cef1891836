package dev.valuecompass.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import java.util.Arrays;
import java.util.List;

/**
 * How a call ended.
 *
 * @param text the visible answer; empty unless something visible came
 * @param reasoning what the model thought aloud, kept apart from the answer; may be empty
 * @param modelReported the model id in the provider's response and, behind a blank, the fingerprint of its system; may
 *     be empty
 * @param attemptErrors one line for each failed attempt, in order, without secrets
 * @param detail why the outcome is what it is, for people; may be empty
 * @param replayed whether it came from the run store, that is, without a call
 */
public record ChatResult(
        Outcome outcome,
        String text,
        String reasoning,
        String modelReported,
        Usage usage,
        List<String> attemptErrors,
        String detail,
        boolean replayed) {

    /** An answer of which no more is known than its text. */
    public static ChatResult answered(String text) {
        return new ChatResult(Outcome.ANSWERED, text, "", "", Usage.UNKNOWN, List.of(), "", false);
    }

    /** @param detail what happened, for people; holds no key */
    public static ChatResult failed(Outcome outcome, String detail) {
        return new ChatResult(outcome, "", "", "", Usage.UNKNOWN, List.of(), detail, false);
    }

    /** The result as the run store keeps it: JSON with its members in a fixed order. */
    public String json() {
        return Json.line(this);
    }

    /**
     * A result as {@link #json} made it.
     *
     * @throws DataException when it is damaged or lacks a member
     */
    public static ChatResult read(String json) {
        ChatResult read = Json.parse(json, ChatResult.class, "result");
        List<Object> members = Arrays.asList(
                read.outcome,
                read.text,
                read.reasoning,
                read.modelReported,
                read.usage,
                read.attemptErrors,
                read.detail);
        if (members.contains(null)) {
            throw new DataException("result", "a member is missing", "ask again");
        }
        return read;
    }

    /** How often it was tried again. What ends a call is not: a failed attempt, or the end of the run behind one. */
    public int retries() {
        boolean last = outcome == Outcome.CANCELLED
                || !outcome.isKept()
                        && !attemptErrors.isEmpty()
                        && detail.startsWith(attemptErrors.get(attemptErrors.size() - 1));
        return Math.max(0, attemptErrors.size() - (last ? 1 : 0));
    }

    /** The same end, reached after these failed attempts. */
    public ChatResult after(List<String> errors) {
        return new ChatResult(outcome, text, reasoning, modelReported, usage, List.copyOf(errors), detail, replayed);
    }

    /** The same result with a further remark. */
    public ChatResult noting(String remark) {
        String both = detail.isEmpty() ? remark : detail + "; " + remark;
        return new ChatResult(outcome, text, reasoning, modelReported, usage, attemptErrors, both, replayed);
    }
}
