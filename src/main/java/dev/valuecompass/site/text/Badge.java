package dev.valuecompass.site.text;

/**
 * A badge that a model may carry on other pages.
 *
 * @param words what it says
 * @param picture where it is, from the page that shows it
 * @param markdown shows it and leads to the model's page in the period that it shows; {@code ADDRESS} stands for the site where
 *     that does not know its own
 */
public record Badge(String system, String words, String picture, String markdown) {}
