package dev.valuecompass.config;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a model costs, in US dollars a million tokens.
 *
 * @param cachedInput for prompt tokens served from the provider's cache; null: as {@code input}
 * @param since the date from which the price holds
 */
public record Price(BigDecimal input, BigDecimal output, BigDecimal cachedInput, LocalDate since) {}
