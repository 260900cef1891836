package dev.valuecompass.llm;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Examinee;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sampling parameters; what is null is not sent. {@code maxTokens} bounds the output and is always sent.
 *
 * @param others further members of the request, sent as they are
 */
public record Sampling(Double temperature, Double topP, int maxTokens, Map<String, Object> others) {
    /** Without others. */
    public Sampling(Double temperature, Double topP, int maxTokens) {
        this(temperature, topP, maxTokens, Map.of());
    }

    /** How a model answers: as all do, with its own parameters. */
    public static Sampling of(AnswerSampling sampling, Examinee examinee) {
        return new Sampling(
                sampling.temperature(),
                sampling.topP(),
                sampling.maxTokens(),
                examinee.settings().parameters());
    }

    /** How an explorer writes new items. */
    public static Sampling of(AnswerSampling sampling, Evolution evolution) {
        return new Sampling(evolution.temperature(), evolution.topP(), sampling.maxTokens());
    }

    /** The same with these others. */
    public Sampling with(Map<String, Object> parameters) {
        return new Sampling(temperature, topP, maxTokens, parameters);
    }

    /** The others, to which an endpoint adds what it calls the rest. */
    public Map<String, Object> sent() {
        return new TreeMap<>(others);
    }
}
