package dev.valuecompass.site.text;

/**
 * A piece of an answer.
 *
 * @param values names of the values that it is evidence for; null for plain text
 */
public record Segment(String text, String values) {}
