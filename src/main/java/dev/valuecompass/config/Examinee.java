package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import dev.valuecompass.io.Json;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model under test, with the facts that a reader filters by.
 *
 * @param id lower case, used in file names and addresses
 * @param endpoint id of the endpoint that serves it
 * @param model the name by which the endpoint knows it
 * @param country ISO 3166-1 alpha-2 of the developer; may be empty
 * @param family models of one lineage share it
 * @param open whether the weights can be downloaded
 * @param reasoning whether it reasons before it answers
 * @param released may be null
 * @param knowledgeCutoff until when it knows the world; may be null
 * @param sizeBillions parameters in billions; null where not published
 * @param price may be null
 * @param settings tell it from another examinee that is the same model
 */
@ByName
public record Examinee(
        String id,
        String name,
        String endpoint,
        String model,
        String developer,
        String country,
        String family,
        boolean open,
        boolean reasoning,
        LocalDate released,
        LocalDate knowledgeCutoff,
        String licence,
        Double sizeBillions,
        Price price,
        String website,
        Settings settings) {
    /**
     * What it is asked with beside the sampling that all models share.
     *
     * @param parameters members of the request's JSON, by name; values are texts, numbers, flags, null, lists and maps of these
     * @param systemPrompt empty for none
     */
    public record Settings(Map<String, Object> parameters, String systemPrompt) {
        /** Nothing of its own. */
        public static final Settings NONE = new Settings(Map.of(), "");

        public Settings {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        /** The parameters as JSON on one line. */
        public String json() {
            return Json.line(parameters);
        }
    }
}
