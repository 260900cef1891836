package dev.valuecompass.llm;

/** Sampling parameters; what is null is not sent. {@code maxTokens} bounds the output and is always sent. */
public record Sampling(Double temperature, Double topP, int maxTokens) {}
