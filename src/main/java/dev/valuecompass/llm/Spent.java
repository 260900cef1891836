package dev.valuecompass.llm;

import dev.valuecompass.config.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tokens and money of some calls, added up. A figure that a provider left out once is unknown from then on, never 0.
 *
 * @param promptTokens null when unknown, likewise the others
 * @param dollars by our price
 * @param charged what the providers say they charged
 */
public record Spent(long calls, Long promptTokens, Long completionTokens, BigDecimal dollars, BigDecimal charged) {
    /** Before the first call. */
    public static final Spent NOTHING = new Spent(0, 0L, 0L, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int PLACES = 6;

    /** With one more call. */
    public Spent and(Price price, Usage usage) {
        return and(new Spent(
                1, asLong(usage.prompt()), asLong(usage.completion()), Cost.of(price, usage), usage.dollars()));
    }

    /** Both together. */
    public Spent and(Spent other) {
        return new Spent(
                calls + other.calls,
                sum(promptTokens, other.promptTokens),
                sum(completionTokens, other.completionTokens),
                sum(dollars, other.dollars),
                sum(charged, other.charged));
    }

    /** Dollars as they are frozen, to six places; null when unknown. */
    public Double rounded() {
        return dollars == null
                ? null
                : Double.valueOf(dollars.setScale(PLACES, RoundingMode.HALF_UP).doubleValue());
    }

    private static Long asLong(Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    private static Long sum(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }

    private static BigDecimal sum(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }
}
