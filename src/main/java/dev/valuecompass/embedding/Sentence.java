package dev.valuecompass.embedding;

/**
 * One sentence of a text.
 *
 * @param text without list markers, emphasis marks and surrounding space
 * @param start its first character in the whole text (UTF-16 code units, from 0)
 * @param end one past its last character
 */
public record Sentence(String text, int start, int end) {}
