package dev.valuecompass.config;

/**
 * A model that readers will look for and not find, and why.
 *
 * @param since a date or a period from when; may be empty
 */
public record Absence(String name, String reason, String since) {}
