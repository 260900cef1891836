package dev.valuecompass.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Price;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider counts is a claim. */
class UsageTest {
    private static Usage costing(String dollars) {
        return new Usage(1, null, 1, null, null, new BigDecimal(dollars));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1e300", "1e999999999", "1001", "-1", "-1e-400"})
    void aSumThatNoCallCostsIsUnknown(String dollars) {
        assertThat(costing(dollars).dollars()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1849, 0.1849",
        "1000, 1000",
        "1e-6, 0.000001",
        "1e-999999999, 0",
        "0e999999999, 0",
        "0.1111111111111111111111111111, 0.111111111111"
    })
    void anyOtherIsKeptToTheTwelfthPlace(String dollars, BigDecimal kept) {
        assertThat(costing(dollars).dollars()).isEqualByComparingTo(kept);
        assertThat(costing(dollars).dollars().toPlainString()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
    void aCountThatNoCallReachesIsUnknownAndNotFree(int tokens) {
        Usage usage = new Usage(tokens, tokens, tokens, tokens, tokens, null);

        assertThat(usage).isEqualTo(Usage.UNKNOWN);
        Price price = new Price(BigDecimal.ONE, BigDecimal.TEN, null, null);
        assertThat(Spent.NOTHING.and(price, usage).dollars()).isNull();
    }

    @Test
    void sumsOfAnythingCanBeFrozen() {
        Spent spent = Spent.NOTHING;
        for (String dollars : new String[] {"1e-999999999", "0e999999999", "0.25", "1e3"}) {
            spent = spent.and(null, costing(dollars));
        }
        assertThat(spent.charged()).isEqualByComparingTo("1000.25");
    }
}
