package dev.valuecompass.llm;

import java.util.List;

/**
 * One call.
 *
 * @param purpose why it is made; not sent to a provider and not part of the call key
 * @param endpoint id of the configured endpoint
 * @param model the name by which the endpoint knows the model
 * @param sample number of the repetition, from 0: the same request may be asked several times
 */
public record ChatRequest(
        Purpose purpose, String endpoint, String model, List<Message> messages, Sampling sampling, int sample) {
    /** The limit under which verdicts are kept, whatever the one was that they were asked with. */
    private static final int LIMIT_OF_VERDICTS = 1_024;

    /**
     * The request by which its end is found again. A verdict that came to its end is the same under any limit, so that a
     * raised one pays for no verdict twice.
     */
    public ChatRequest identity() {
        return purpose.judges()
                ? new ChatRequest(
                        purpose,
                        endpoint,
                        model,
                        messages,
                        new Sampling(sampling.temperature(), sampling.topP(), LIMIT_OF_VERDICTS, sampling.others()),
                        sample)
                : this;
    }

    /** Whether a kept end is a verdict that a lower limit than this request's has cut, or nobody knows which. */
    public boolean outgrows(ChatResult kept) {
        Integer written = kept.usage().completion();
        return purpose.judges()
                && kept.outcome() == Outcome.TRUNCATED
                && (written == null || written < sampling.maxTokens());
    }
}
