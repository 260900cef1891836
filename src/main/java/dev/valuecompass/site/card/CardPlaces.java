package dev.valuecompass.site.card;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Places;
import dev.valuecompass.value.ValueSystem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where cards lie, and which page shows which. Each leaderboard has one beside it; models have one in the latest period
 * alone, since a card shows the present. All other pages show the card of their period's first leaderboard.
 *
 * @param latest the newest period
 */
public record CardPlaces(String latest) {
    private static final Pattern PAGE = Pattern.compile("index\\.html$");
    private static final Pattern MODEL_PAGE = Pattern.compile(".*/models/([^/]+)/index\\.html");

    static String board(Places places, String system) {
        return PAGE.matcher(places.board(system)).replaceAll("card.png");
    }

    static String model(Places places, String model) {
        return "cards/" + places.slug(model) + ".png";
    }

    /** The card of a page of a period. */
    public String of(String page, Edition edition) {
        Matcher model = MODEL_PAGE.matcher(page);
        if (edition.period().equals(latest) && model.matches()) {
            return "cards/" + model.group(1) + ".png";
        }
        String shown = edition.valueSystems().stream()
                .map(ValueSystem::id)
                .filter(system -> page.equals(edition.places().board(system)))
                .findFirst()
                .orElse(edition.valueSystems().get(0).id());
        return board(edition.places(), shown);
    }
}
