package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Price;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R51: what a call costs, with numbers worked by hand. */
class CostTest {
    private static Price price(String input, String output, String read, String write) {
        return new Price(decimal(input), decimal(output), decimal(read), decimal(write), null);
    }

    private static BigDecimal decimal(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /** 3 $ and 15 $ a million: (1,000 · 3 + 200 · 15) / 1e6 = 0.006. */
    @Test
    void r51PromptAndOutputHavePricesOfTheirOwn() {
        assertThat(Cost.of(price("3", "15", null, null), new Usage(1_000, null, 200, 150)))
                .isEqualByComparingTo("0.006");
    }

    /**
     * A long cached prompt: 3 $, 15 $, read 0.30 $, write 3.75 $ a million. 100,000 tokens of which 90,000 are read and
     * 8,000 written: (2,000 · 3 + 90,000 · 0.3 + 8,000 · 3.75 + 1,000 · 15) / 1e6 = 0.006 + 0.027 + 0.030 + 0.015 = 0.078.
     * Without telling the parts apart it would be 0.315, four times as much.
     */
    @Test
    void r51CachedTokensAreNotPaidTwice() {
        Usage usage = new Usage(100_000, 90_000, 1_000, null, 8_000, null);
        assertThat(Cost.of(price("3", "15", "0.30", "3.75"), usage)).isEqualByComparingTo("0.078");
        assertThat(Cost.of(price("3", "15", null, null), usage)).isEqualByComparingTo("0.315");
    }

    @Test
    void r51WhatIsNotCountedIsUnknownAndNothingIsEverNegative() {
        assertThat(Cost.of(price("3", "15", null, null), Usage.UNKNOWN)).isNull();
        assertThat(Cost.of(price("3", "15", null, null), new Usage(10, null, null, null)))
                .isNull();
        assertThat(Cost.of(null, new Usage(10, null, 10, null))).isNull();
        Usage more = new Usage(10, 500, 0, null, 500, null);
        assertThat(Cost.of(price("3", "15", "0.3", "3.75"), more)).isEqualByComparingTo("0.000003");
    }

    /** Fractions of a cent stay as they are: 7 · 0.0375 / 1e6 = 0.0000002625. */
    @Test
    void r51NothingIsRounded() {
        assertThat(Cost.of(price("0.0375", "0.15", null, null), new Usage(7, null, 0, null)))
                .isEqualByComparingTo("0.0000002625");
    }

    @Test
    void r53TheMostIsNeverLessThanWhatATokenizerCanMakeOfAText() {
        ChatRequest request = new ChatRequest(
                Purpose.REPLY, "e", "m", List.of(Message.user("\uD83D\uDE00 é")), new Sampling(null, null, 10), 0);
        // Seven bytes, so at most seven tokens, and what stands around the message.
        assertThat(Cost.mostPromptTokens(request)).isEqualTo(7 + 2 * 64);
        assertThat(Cost.most(price("1", "2", null, "4"), request)).isEqualByComparingTo("0.00056");
    }
}
