package dev.valuecompass.llm;

import dev.valuecompass.config.Price;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * What a call costs in US dollars. Output tokens include those of the reasoning. Never rounded, never negative, and unknown
 * rather than 0 where the provider did not count.
 */
public final class Cost {
    private static final int MILLIONTHS = 6;

    /** No tokenizer makes more than one token of a byte; templates put a few around each message. */
    private static final int TOKENS_AROUND_A_MESSAGE = 64;

    private Cost() {}

    /** By our price; null when the price or a count is unknown. */
    public static BigDecimal of(Price price, Usage usage) {
        if (price == null || usage.prompt() == null || usage.completion() == null) {
            return null;
        }
        int read = price.cachedInput() == null ? 0 : part(usage.cachedPrompt(), usage.prompt());
        int written = price.cacheWrite() == null ? 0 : part(usage.cacheWrite(), usage.prompt() - read);
        BigDecimal cost = tokens(price.input(), usage.prompt() - read - written)
                .add(read == 0 ? BigDecimal.ZERO : tokens(price.cachedInput(), read))
                .add(written == 0 ? BigDecimal.ZERO : tokens(price.cacheWrite(), written));
        return cost.add(tokens(price.output(), usage.completion()));
    }

    /** A part is never more than the whole, whatever the provider says. */
    private static int part(Integer tokens, int whole) {
        return tokens == null ? 0 : Math.min(tokens, whole);
    }

    /** What so many tokens cost at a price a million. */
    public static BigDecimal tokens(BigDecimal price, long count) {
        return price.multiply(BigDecimal.valueOf(count)).movePointLeft(MILLIONTHS);
    }

    /** Tokens of a request's prompt, for certain not fewer than there are. */
    static long mostPromptTokens(ChatRequest request) {
        long most = TOKENS_AROUND_A_MESSAGE;
        for (Message message : request.messages()) {
            most += message.content().getBytes(StandardCharsets.UTF_8).length + TOKENS_AROUND_A_MESSAGE;
        }
        return most;
    }

    /** The most that a request can cost at an endpoint that heeds the output limit. */
    public static BigDecimal most(Price price, ChatRequest request) {
        BigDecimal input =
                price.cacheWrite() == null ? price.input() : price.input().max(price.cacheWrite());
        return tokens(input, mostPromptTokens(request))
                .add(tokens(price.output(), request.sampling().maxTokens()));
    }
}
