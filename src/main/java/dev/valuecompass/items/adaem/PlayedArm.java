package dev.valuecompass.items.adaem;

/**
 * What is known of a topic from the pulls of all rounds so far.
 *
 * @param topic id of the starting item
 * @param pulls 1 or more
 * @param mean of what they gave
 */
public record PlayedArm(String topic, int pulls, double mean) {}
