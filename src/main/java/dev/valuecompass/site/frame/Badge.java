package dev.valuecompass.site.frame;

/**
 * A badge that a model may carry on other pages.
 *
 * @param words what it says
 * @param markdown shows it and leads to the model's page; starts with {@code ADDRESS} where the site does not know its own
 */
public record Badge(String system, String words, String markdown) {}
