package dev.valuecompass.config;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a model costs, in US dollars a million tokens.
 *
 * @param cachedInput for prompt tokens served from the provider's cache; null: as {@code input}
 * @param cacheWrite for prompt tokens written to the provider's cache; null: as {@code input}
 * @param since the date from which the price holds
 */
public record Price(
        BigDecimal input, BigDecimal output, BigDecimal cachedInput, BigDecimal cacheWrite, LocalDate since) {
    /** A price without a surcharge for the cache. */
    public Price(BigDecimal input, BigDecimal output, BigDecimal cachedInput, LocalDate since) {
        this(input, output, cachedInput, null, since);
    }
}
