package dev.valuecompass.llm.openai;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.io.DataFolder;
import java.math.BigDecimal;

/**
 * What a provider's batches are like.
 *
 * @param form whose form they have; {@code none} when there are none
 * @param price what a call costs in one, of its price: 0 to 1
 * @param hours after which one has ended
 * @param requests at most
 * @param bytes of all requests at most
 */
public record BatchTerms(String form, BigDecimal price, int hours, int requests, long bytes) {
    private static final String NONE = "none";

    /** Those of an endpoint's profile. */
    public static BatchTerms of(Endpoint endpoint, DataFolder data) {
        return ProviderProfile.read(data, endpoint.profile()).batches();
    }

    boolean none() {
        return form.equals(NONE);
    }
}
