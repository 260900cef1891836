package dev.valuecompass.items.adaem;

import java.util.Comparator;

/** A question as an example for the next ones, with its reward. */
public record Shot(String text, double reward) {
    static final Comparator<Shot> BEST_FIRST =
            Comparator.comparingDouble(Shot::reward).reversed().thenComparing(Shot::text);
}
