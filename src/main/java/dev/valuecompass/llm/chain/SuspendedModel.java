package dev.valuecompass.llm.chain;

import java.time.Instant;

/**
 * A model that is not asked any more.
 *
 * @param endpoint id of the endpoint
 * @param model the name by which the endpoint knows it
 * @param cause the provider's words
 * @param limitedUntil when the provider takes requests again; null when it did not say
 */
public record SuspendedModel(String endpoint, String model, String cause, Instant limitedUntil) {
    /** For people, on one line. */
    public String text() {
        String until = limitedUntil == null ? "" : ", limited until " + limitedUntil;
        return model + " at " + endpoint + " is not asked any more" + until + ": " + cause;
    }
}
