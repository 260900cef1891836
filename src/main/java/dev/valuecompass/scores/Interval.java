package dev.valuecompass.scores;

/**
 * An uncertainty interval.
 *
 * @param level share of intervals so made that hold the truth, such as 0.9
 */
public record Interval(double low, double high, double level) {}
