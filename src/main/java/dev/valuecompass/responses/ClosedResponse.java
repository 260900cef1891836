package dev.valuecompass.responses;

import dev.valuecompass.llm.Outcome;

/**
 * What one model made of one question with closed answers.
 *
 * @param order 0 as the question is written, 1 the other way round
 * @param given the chosen statement by the place where it was shown, 1 or 2, or the rating; null unless answered
 */
public record ClosedResponse(String question, int order, Outcome outcome, Integer given) {}
