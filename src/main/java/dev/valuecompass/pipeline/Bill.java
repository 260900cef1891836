package dev.valuecompass.pipeline;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Price;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Adds up tokens and money over the answers of a run, those from the run store included: what the period cost, whenever
 * it was paid. A figure that any provider left out is unknown, never 0. Safe for use by many threads.
 */
public final class Bill {
    private Long promptTokens = 0L;
    private Long completionTokens = 0L;
    private BigDecimal dollars = BigDecimal.ZERO;

    public synchronized void add(Examinee examinee, Usage usage) {
        promptTokens = plus(promptTokens, usage.prompt());
        completionTokens = plus(completionTokens, usage.completion());
        dollars = dollars == null ? null : plus(examinee.price(), usage);
    }

    /** Adds what another bill came to. */
    public synchronized void add(Long prompt, Long completion, Double spent) {
        promptTokens = promptTokens == null || prompt == null ? null : Long.valueOf(promptTokens + prompt);
        completionTokens =
                completionTokens == null || completion == null ? null : Long.valueOf(completionTokens + completion);
        dollars = dollars == null || spent == null ? null : dollars.add(BigDecimal.valueOf(spent));
    }

    private BigDecimal plus(Price price, Usage usage) {
        BigDecimal cost = Cost.of(price, usage);
        return cost == null ? null : dollars.add(cost);
    }

    private static Long plus(Long sum, Integer tokens) {
        return sum == null || tokens == null ? null : Long.valueOf(sum + tokens);
    }

    public synchronized Long promptTokens() {
        return promptTokens;
    }

    public synchronized Long completionTokens() {
        return completionTokens;
    }

    public synchronized Double dollars() {
        return dollars == null
                ? null
                : dollars.setScale(6, RoundingMode.HALF_UP).doubleValue();
    }
}
