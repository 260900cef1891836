package dev.valuecompass.site.card;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.value.ValueSystem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where cards lie, and which page shows which. Each leaderboard has one beside it; a model has one, of the latest period that has
 * it, which says its month: so its pages of earlier periods name the same card and stay as they are. All other pages show the
 * card of their period's first leaderboard. Cards are in English and lie where pages of the site's first language do.
 */
public final class CardPlaces {
    private static final Pattern PAGE = Pattern.compile("index\\.html$");
    private static final Pattern MODEL_PAGE = Pattern.compile(".*/models/([^/]+)/index\\.html");

    private CardPlaces() {}

    static String board(PageAddresses places, String system) {
        return PAGE.matcher(places.board(system)).replaceAll("card.png");
    }

    static String model(PageAddresses places, String model) {
        return "cards/" + places.slug(model) + ".png";
    }

    /** The card of a page. @param page its path in the site's first language */
    public static String of(String page, Edition edition) {
        Matcher model = MODEL_PAGE.matcher(page);
        if (model.matches()) {
            return "cards/" + model.group(1) + ".png";
        }
        PageAddresses places = edition.base().places();
        String shown = edition.valueSystems().stream()
                .map(ValueSystem::id)
                .filter(system -> page.equals(places.board(system)))
                .findFirst()
                .orElse(edition.valueSystems().get(0).id());
        return board(places, shown);
    }
}
