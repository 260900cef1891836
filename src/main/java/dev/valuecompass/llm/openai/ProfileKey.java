package dev.valuecompass.llm.openai;

import java.util.List;

/** Every key of a provider's profile, {@code data/providers/NAME.yml}; {@code docs/providers.md} is made from them. */
enum ProfileKey {
    TOKEN_LIMIT(
            "token-limit",
            "The parameter that bounds the length of an answer.",
            List.of("max_tokens", "max_completion_tokens")),
    TEMPERATURE("temperature", "Whether `temperature` is sent.", List.of("true", "false")),
    HIGHEST_TEMPERATURE(
            "highest-temperature", "A higher temperature is sent as this.", List.of("2", "a number from 0")),
    TOP_P("top-p", "Whether `top_p` is sent.", List.of("true", "false")),
    UNSAMPLED_MODELS(
            "unsampled-models",
            "Models that take neither temperature nor `top_p`; `*` stands for anything.",
            List.of("none", "a list of names")),
    SYSTEM_ROLE("system-role", "What the role of a system message is called.", List.of("system", "developer", "user")),
    AUTHORIZATION("authorization", "The header that carries the key.", List.of("bearer", "api-key")),
    OUTPUT_TOKENS(
            "output-tokens",
            "Whether the output is counted by itself or is what the total leaves beside the prompt.",
            List.of("counted", "rest-of-total")),
    DAY_BEGINS_IN(
            "day-begins-in", "The time zone in which a quota of the day begins anew.", List.of("UTC", "a time zone")),
    BATCH(
            "batch",
            "Whose form its batches have; `batch: true` at an endpoint wants one.",
            List.of("none", "openai", "mistral", "anthropic", "gemini")),
    BATCH_PRICE("batch-price", "What a call costs in a batch, of its price.", List.of("0.5", "a number from 0 to 1")),
    BATCH_HOURS("batch-hours", "After so many hours a batch has ended.", List.of("24", "a whole number from 1")),
    BATCH_REQUESTS("batch-requests", "The most requests of a batch.", List.of("50000", "a whole number from 1")),
    BATCH_MEGABYTES("batch-megabytes", "The most that they may take.", List.of("200", "a whole number from 1"));

    private final String id;
    private final String what;
    private final List<String> allowed;

    ProfileKey(String id, String what, List<String> allowed) {
        this.id = id;
        this.what = what;
        this.allowed = allowed;
    }

    String id() {
        return id;
    }

    String what() {
        return what;
    }

    /** What may be written, for people or as it stands; the first is what holds when the key is left out. */
    List<String> allowed() {
        return allowed;
    }
}
