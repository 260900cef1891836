package dev.valuecompass.config;

/**
 * How examinees are asked.
 *
 * @param temperature null: not sent, the provider's own default holds
 * @param topP null: not sent
 * @param maxTokens the explicit output limit, always sent
 * @param samples answers a model gives to each item
 * @param keyPoints key points asked for in an opinion
 */
public record AnswerSampling(Double temperature, Double topP, int maxTokens, int samples, int keyPoints) {}
