package dev.valuecompass.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tokens as the provider counted them; null where it did not say, which is never the same as 0.
 *
 * @param prompt all of the prompt, cached parts included
 * @param cachedPrompt of it, what was read from the provider's cache
 * @param completion all that is billed as output, reasoning included
 * @param cacheWrite of the prompt, what was written to the provider's cache
 * @param dollars what the provider says the call cost, to the twelfth decimal place
 */
public record Usage(
        Integer prompt,
        Integer cachedPrompt,
        Integer completion,
        Integer reasoning,
        Integer cacheWrite,
        BigDecimal dollars) {
    /** More tokens than any model reads or writes in one call; a provider that counts more has miscounted. */
    private static final int MOST_TOKENS = 1_000_000;

    /** More than any call costs. */
    private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000);

    /** Decimal places of a dollar that are kept; what is less is nothing. */
    private static final int PLACES = 12;

    /** A provider that counts nothing. */
    public static final Usage UNKNOWN = new Usage(null, null, null, null);

    public Usage(Integer prompt, Integer cachedPrompt, Integer completion, Integer reasoning) {
        this(prompt, cachedPrompt, completion, reasoning, null, null);
    }

    /** What no call can have taken is not believed: it is as if the provider had not counted. */
    public Usage {
        prompt = believed(prompt);
        cachedPrompt = believed(cachedPrompt);
        completion = believed(completion);
        reasoning = believed(reasoning);
        cacheWrite = believed(cacheWrite);
        dollars = believed(dollars);
    }

    private static Integer believed(Integer tokens) {
        return tokens == null || tokens < 0 || tokens > MOST_TOKENS ? null : tokens;
    }

    /** Compared before it is rounded: written out, 1e-999999999 would fill the memory. */
    private static BigDecimal believed(BigDecimal money) {
        if (money == null || money.signum() < 0 || money.compareTo(MOST_DOLLARS) > 0) {
            return null;
        }
        boolean tiny = money.signum() == 0 || (long) money.precision() - money.scale() < -PLACES;
        return tiny ? BigDecimal.ZERO : money.scale() > PLACES ? money.setScale(PLACES, RoundingMode.HALF_UP) : money;
    }
}
