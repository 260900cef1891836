package dev.valuecompass.site.text;

/**
 * A figure in a table.
 *
 * @param key what it measures, such as {@code dim:security}
 * @param value every digit, for scripts; null when missing
 * @param text as printed
 * @param title what a reader gets to know on pointing at it; null when there is nothing to add
 * @param tone class name of its tint; null for none
 */
public record Cell(String key, String value, String text, String title, String tone) {}
