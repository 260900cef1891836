package dev.valuecompass.hostile;

import java.util.function.Consumer;

/**
 * Something that reads what a model, a provider or a stranger wrote.
 *
 * @param name for people
 * @param work may return whatever it likes; it must not fail
 */
public record Reader(String name, Consumer<String> work) {}
