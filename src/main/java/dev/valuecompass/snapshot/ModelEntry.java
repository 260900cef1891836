package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import java.time.LocalDate;

/**
 * The facts about a model as they stood when the period was frozen. Texts may be empty, the others null where the
 * fact is not known.
 *
 * @param id lower case letters, digits, hyphens and dots; names files and pages
 * @param country ISO 3166-1 alpha-2 of the developer
 * @param open whether the weights can be downloaded
 * @param reasoning whether it reasons before it answers
 * @param sizeBillions parameters in billions
 * @param price null where not known
 * @param notes what a reader must know, such as parameters that the endpoint refused
 * @param source how its answers came: {@code provider}, {@code recorded} or {@code simulated}; null where not known
 * @param settings with what of its own it was asked; null for nothing
 */
@ByName
public record ModelEntry(
        String id,
        String name,
        String developer,
        String country,
        String family,
        Boolean open,
        Boolean reasoning,
        LocalDate released,
        String licence,
        Double sizeBillions,
        PricePaid price,
        String website,
        String report,
        String notes,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) Settings settings) {
    /** What {@link #source} says of a fictional model. */
    public static final String SIMULATED = "simulated";

    /** A model of which no fact is known but its name. */
    public static ModelEntry named(String id, String name) {
        return ModelEntryFields.builder()
                .id(id)
                .name(name)
                .developer("")
                .country("")
                .family("")
                .open(null)
                .reasoning(null)
                .released(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .report("")
                .notes("")
                .source(null)
                .settings(null)
                .build();
    }

    /**
     * What a model was asked with beside the sampling that all share.
     *
     * @param parameters members of the request, a JSON object on one line
     * @param systemPrompt empty for none
     */
    public record Settings(String parameters, String systemPrompt) {}

    /** US dollars a million tokens, and the date from which they held. */
    public record PricePaid(double input, double output, String since) {}
}
