package dev.valuecompass.llm;

import java.math.BigDecimal;

/**
 * Tokens as the provider counted them; null where it did not say, which is never the same as 0.
 *
 * @param prompt all of the prompt, cached parts included
 * @param cachedPrompt of it, what was read from the provider's cache
 * @param completion all that is billed as output, reasoning included
 * @param cacheWrite of the prompt, what was written to the provider's cache
 * @param dollars what the provider says the call cost
 */
public record Usage(
        Integer prompt,
        Integer cachedPrompt,
        Integer completion,
        Integer reasoning,
        Integer cacheWrite,
        BigDecimal dollars) {
    /** A provider that counts nothing. */
    public static final Usage UNKNOWN = new Usage(null, null, null, null);

    public Usage(Integer prompt, Integer cachedPrompt, Integer completion, Integer reasoning) {
        this(prompt, cachedPrompt, completion, reasoning, null, null);
    }
}
