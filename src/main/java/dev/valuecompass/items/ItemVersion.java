package dev.valuecompass.items;

/**
 * A form that an item had on its way.
 *
 * @param text as it was asked
 * @param value what it was worth then: a reward, or a share of violations
 */
public record ItemVersion(String text, double value) {}
