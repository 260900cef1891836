package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Usage;

/**
 * What is read of a response.
 *
 * @param content the visible text, thoughts between tags included; empty when there is none
 * @param finish why the output ended, in lower case; empty when it does not say
 * @param refusal the provider's own field for it; empty when there is none
 * @param reasoning what stands in fields of its own; empty when there is none
 * @param filtered whether a filter report says so
 * @param served the model and the fingerprint of its system
 */
record ReplyParts(
        String content,
        String finish,
        String refusal,
        String reasoning,
        boolean filtered,
        String served,
        Usage usage) {}
