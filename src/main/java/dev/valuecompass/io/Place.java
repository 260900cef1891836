package dev.valuecompass.io;

/**
 * Where something stands.
 *
 * @param file as the user would name it
 * @param line counted from 1; 0 when the file as a whole is meant
 */
public record Place(String file, int line) {}
