package dev.valuecompass.snapshot;

/**
 * What is known of a starting item from all periods so far; the next period's search begins with it.
 *
 * @param topic id of the starting item
 * @param pulls how often something new was made of it, 1 or more
 * @param mean worth of what that gave
 */
public record ArmRecord(String topic, int pulls, double mean) {}
