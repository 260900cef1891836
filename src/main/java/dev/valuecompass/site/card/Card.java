package dev.valuecompass.site.card;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.util.List;

/**
 * What a social card says.
 *
 * @param corner right of the site's name, such as the month
 * @param lead one line below the heading
 * @param footer what nobody may overlook, such as that the figures are synthetic
 */
record Card(String site, String corner, String heading, String lead, List<Bar> bars, String footer) {
    /** Part of every digest: goes up whenever the same words are drawn otherwise. */
    private static final int DRAWING = 1;

    Card {
        bars = List.copyOf(bars);
    }

    /** @param value in [0, 100]; null for a line without a figure @param text right of the bar */
    record Bar(String label, Double value, String text) {}

    /** Two cards with the same digest are the same picture. */
    String digest() {
        return DRAWING + "-" + Digest.sha256(Json.line(this));
    }
}
