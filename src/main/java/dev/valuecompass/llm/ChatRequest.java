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
        Purpose purpose, String endpoint, String model, List<Message> messages, Sampling sampling, int sample) {}
