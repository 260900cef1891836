package dev.valuecompass.items.generator;

import dev.valuecompass.value.Dimension;

/**
 * What is asked for.
 *
 * @param power normalised entropy that an item is expected to reach at least, in [0, 1]
 * @param count how many items
 * @param rounds requests at most
 */
public record GenerationRequest(Dimension dimension, double power, int count, int rounds) {}
