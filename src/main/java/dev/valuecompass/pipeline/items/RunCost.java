package dev.valuecompass.pipeline.items;

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
final class RunCost {
    private Long promptTokens = 0L;
    private Long completionTokens = 0L;
    private BigDecimal dollars = BigDecimal.ZERO;

    synchronized void add(Examinee examinee, Usage usage) {
        promptTokens = plus(promptTokens, usage.prompt());
        completionTokens = plus(completionTokens, usage.completion());
        dollars = dollars == null ? null : plus(examinee.price(), usage);
    }

    private BigDecimal plus(Price price, Usage usage) {
        BigDecimal cost = Cost.of(price, usage);
        return cost == null ? null : dollars.add(cost);
    }

    private static Long plus(Long sum, Integer tokens) {
        return sum == null || tokens == null ? null : Long.valueOf(sum + tokens);
    }

    synchronized Long promptTokens() {
        return promptTokens;
    }

    synchronized Long completionTokens() {
        return completionTokens;
    }

    synchronized Double dollars() {
        return dollars == null
                ? null
                : dollars.setScale(6, RoundingMode.HALF_UP).doubleValue();
    }
}
