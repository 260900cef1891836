package dev.valuecompass.items;

/**
 * The fact on which an item rests, as the model that wrote the item told it. Nobody checked it.
 *
 * @param fact one sentence
 * @param place country or region
 * @param date year, or month and year
 * @param cutoff until when the explorer knows the world, {@code YYYY-MM-DD}, as the leaderboard says; may be empty
 */
public record Grounding(String fact, String place, String date, String cutoff) {}
