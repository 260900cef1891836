package dev.valuecompass.llm;

/** Tokens as the provider counted them; null where it did not say, which is never the same as 0. */
public record Usage(Integer prompt, Integer cachedPrompt, Integer completion, Integer reasoning) {
    public static final Usage UNKNOWN = new Usage(null, null, null, null);
}
