package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an error means: for the request (its outcome) and for the next attempt (its fate).
 *
 * @param endings knows in which words filters speak
 */
record ErrorPolicy(EndingTable endings) {
    private static final Set<String> OVERFLOW = Set.of("context_length_exceeded", "exceed_context_size_error");
    private static final List<List<String>> OVERFLOW_PHRASES = Stream.of(
                    "maximum context length",
                    "context length exceeded",
                    "exceeds the context",
                    "exceed context",
                    "context window",
                    "prompt is too long",
                    "max_new_tokens must be",
                    "max_new_tokens` must be",
                    "input token count exceeds")
            .map(List::of)
            .toList();
    private static final Set<String> QUOTA = Set.of(
            "insufficient_quota",
            "credit_balance_exhausted",
            "billing_hard_limit_reached",
            "billing_not_active",
            "access_terminated",
            "quota_exceeded");
    private static final Set<String> PARAMETER =
            Set.of("unsupported_parameter", "unsupported_value", "unknown_parameter");
    private static final Set<Integer> HOPELESS = Set.of(401, 402, 403, 404, 410);
    private static final Set<Integer> TRANSIENT = Set.of(408, 409, 425);

    /** What a server says of its own program; the other 5xx are about load and about what stands in between. */
    private static final Set<Integer> FAULT = Set.of(500, 501);

    /**
     * @param status the HTTP status, or the numeric code inside a body that came with status 200
     * @param delay how long the server asks to wait; null when it does not say
     * @param shouldRetry the server's own opinion, {@code true} or {@code false}; null when it has none
     */
    Attempt classify(int status, ApiError error, Duration delay, String shouldRetry) {
        Outcome outcome = outcome(status, error);
        String hint = error.isOneOf(PARAMETER)
                ? " (give the endpoint a profile in data/providers/ that does not send this parameter)"
                : "";
        ChatResult result = ChatResult.failed(outcome, error.describe(status) + hint);
        Fate fate = outcome == Outcome.PROVIDER_ERROR ? fate(status, error, delay) : Fate.FINAL;
        if ("false".equals(shouldRetry)
                && (fate == Fate.TRANSIENT || fate == Fate.FAULT || fate == Fate.RATE_LIMITED)) {
            fate = Fate.FINAL;
        } else if ("true".equals(shouldRetry) && fate == Fate.FINAL && outcome == Outcome.PROVIDER_ERROR) {
            fate = Fate.TRANSIENT;
        }
        return new Attempt(result, fate, delay);
    }

    /** Words say that a prompt is too long only in an answer to a bad request. */
    private Outcome outcome(int status, ApiError error) {
        boolean badRequest = status >= 400 && status < 500;
        if (status == 429) {
            return Outcome.PROVIDER_ERROR;
        }
        if (endings.isFilter(status, error)) {
            return Outcome.FILTERED;
        }
        boolean tooLong = status == 413 || error.isOneOf(OVERFLOW) || badRequest && error.says(OVERFLOW_PHRASES);
        return tooLong ? Outcome.CONTEXT_OVERFLOW : Outcome.PROVIDER_ERROR;
    }

    private static Fate fate(int status, ApiError error, Duration delay) {
        if (error.isOneOf(QUOTA)) {
            return Fate.HOPELESS;
        }
        if (status == 429 || status == 402 && delay != null || error.isOneOf(Set.of("resource_exhausted"))) {
            return Fate.RATE_LIMITED;
        }
        if (HOPELESS.contains(status) || status >= 300 && status < 400) {
            return Fate.HOPELESS;
        }
        if (FAULT.contains(status)) {
            return Fate.FAULT;
        }
        return TRANSIENT.contains(status) || status >= 500 ? Fate.TRANSIENT : Fate.FINAL;
    }
}
