package dev.valuecompass.config;

import dev.valuecompass.io.ByName;
import java.time.LocalDate;

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
 * @param sizeBillions parameters in billions; null where not published
 * @param price may be null
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
        String licence,
        Double sizeBillions,
        Price price,
        String website) {}
