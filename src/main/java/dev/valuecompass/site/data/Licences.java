package dev.valuecompass.site.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Licences that people name in many ways, by the identifier of SPDX. */
final class Licences {
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("ccby40", "CC-BY-4.0"),
            Map.entry("ccbysa40", "CC-BY-SA-4.0"),
            Map.entry("ccbync40", "CC-BY-NC-4.0"),
            Map.entry("ccbyncsa40", "CC-BY-NC-SA-4.0"),
            Map.entry("ccbynd40", "CC-BY-ND-4.0"),
            Map.entry("cc0", "CC0-1.0"),
            Map.entry("cc010", "CC0-1.0"),
            Map.entry("apache20", "Apache-2.0"),
            Map.entry("mit", "MIT"),
            Map.entry("odcby10", "ODC-By-1.0"),
            Map.entry("odbl10", "ODbL-1.0"));

    private Licences() {}

    /** Empty when the text names no licence that is known here. */
    static Optional<String> id(String text) {
        String essence = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Optional.ofNullable(IDS.get(essence));
    }

    /** The licence's page, as Croissant recommends it. */
    static Optional<String> address(String text) {
        return id(text).map(id -> "https://spdx.org/licenses/" + id + ".html");
    }
}
