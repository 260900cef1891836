package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetweenModelsTest {
    /** One item, one dimension: a text for each model, a label for each sample. */
    private static LabelTable answers(String... models) {
        LabelTable table =
                new LabelTable("toy", List.of("v"), List.of("q"), Tables.names("m", models.length), models[0].length());
        for (int m = 0; m < models.length; m++) {
            for (int s = 0; s < models[m].length(); s++) {
                table.set(0, m, s, models[m].substring(s, s + 1));
            }
        }
        return table;
    }

    /**
     * Means 1 and −½ around ¼: SSB = 2·(¾)² + 2·(¾)² = 2.25, one degree of freedom; SSW = (½² + ½²) = ½, two degrees of
     * freedom, so MSB = 2.25 and MSW = ¼. n₀ = (4 − 8/4)/1 = 2. Variance between = (2.25 − 0.25)/2 = 1, share
     * 1/(1 + ¼) = 0.8.
     */
    @Test
    void shareOfTwoModels() {
        assertThat(new BetweenModels(answers("++", ".-")).share(0, 0)).isCloseTo(0.8, within(1e-12));
    }

    /**
     * Three models with 2, 1 and 2 answers, sums 2, 0, −1, squares 2, 0, 1. Σ = 1, N = 5: SSB = 2²/2 + 0 + 1/2 − 1/5 =
     * 2.3, MSB = 1.15; SSW = 3 − 2.5 = ½, MSW = ½/2 = ¼; n₀ = (5 − (4+1+4)/5)/2 = 1.6. Between (1.15 − 0.25)/1.6 =
     * 0.5625; share 0.5625/0.8125 = 9/13.
     */
    @Test
    void shareWithMissingAnswers() {
        assertThat(new BetweenModels(answers("++", ".?", "-.")).share(0, 0)).isCloseTo(9.0 / 13, within(1e-12));
    }

    /** MSB = MSW = ¼: what differs between the models is what differs within them. */
    @Test
    void noiseHasNoShare() {
        assertThat(new BetweenModels(answers("++", "+.")).share(0, 0)).isEqualTo(0.0);
    }

    @ParameterizedTest
    @CsvSource({"+,.", "++,??", "++,++"})
    void saysNothingWhereNothingCanBeSaid(String first, String second) {
        assertThat(new BetweenModels(answers(first, second)).share(0, 0)).isNull();
    }

    /** Both items have nearly full entropy; only in the second does it lie between the models. */
    @Test
    void tellsNoiseFromDiscrimination() {
        Random random = new Random(5);
        LabelTable table = new LabelTable("toy", List.of("v"), List.of("noise", "real"), Tables.names("m", 12), 8);
        for (int m = 0; m < 12; m++) {
            for (int s = 0; s < 8; s++) {
                table.set(0, m, s, random.nextBoolean() ? "+" : ".");
                table.set(1, m, s, m % 2 == 0 ? "+" : ".");
            }
        }
        assertThat(new ItemEntropy(table).bits(0, 0)).isGreaterThan(0.98);
        assertThat(new ItemEntropy(table).bits(1, 0)).isEqualTo(1.0);
        assertThat(new BetweenModels(table).share(0, 0)).isLessThan(0.1);
        assertThat(new BetweenModels(table).share(1, 0)).isEqualTo(1.0);
    }

    /**
     * First item 1, 1, 0; the means of the two others are 1, ½, 0. Deviations (⅓, ⅓, −⅔) and (½, 0, −½): products ⅙ + ⅓ =
     * ½, squares ⅔ and ½, so r = ½/√⅓ = 0.8660254.
     */
    @Test
    void correlationWithTheRest() {
        BetweenModels models = new BetweenModels(Tables.ofModels("+++", "++.", "..."));
        assertThat(models.rest(0, 0)).isCloseTo(0.8660254038, within(1e-9));
    }

    /** The item itself must not be among the rest: then the first would agree with itself. */
    @Test
    void theRestIsWithoutTheItem() {
        BetweenModels models = new BetweenModels(Tables.ofModels("+-", "..", "-+"));
        assertThat(models.rest(0, 0)).isEqualTo(-1.0);
    }

    @Test
    void correlatesNothingThatDoesNotVary() {
        assertThat(new BetweenModels(Tables.ofModels("++", "+.", "+-")).rest(0, 0))
                .isNull();
        assertThat(new BetweenModels(Tables.ofModels("+.", ".+")).rest(0, 0)).isNull();
    }

    /** 1 bit of log₂3 = 1.5849625 is 0.6309298. */
    @Test
    void normalisedEntropy() {
        assertThat(ItemEntropy.normalised(1)).isCloseTo(0.6309297536, within(1e-9));
    }
}
