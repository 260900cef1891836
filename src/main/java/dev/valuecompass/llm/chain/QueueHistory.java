package dev.valuecompass.llm.chain;

/**
 * How many requests of a model were under way at once in a run.
 *
 * @param most as configured
 * @param least the smallest number that was allowed for a while
 * @param last what was allowed in the end
 * @param cuts how often the provider's refusals made it smaller
 */
public record QueueHistory(String endpoint, String model, int most, int least, int last, int cuts) {}
