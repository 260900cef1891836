package dev.valuecompass.items.evolving;

/**
 * A form that an item had on its way.
 *
 * @param text as it was asked
 * @param value what it was worth then: a reward, or a share of violations
 */
public record Step(String text, double value) {}
