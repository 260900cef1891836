package dev.valuecompass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewardCheckTest {
    private static final List<String> MODELS = List.of("delta", "epsilon");

    private static RewardCheck check(double[] worth, double[] first, double[] second) {
        return RewardCheck.of(
                MODELS,
                IntStream.range(0, worth.length)
                        .mapToObj(i -> new RewardCheck.Measured(worth[i], first[i], second[i]))
                        .toList());
    }

    /** Ranks 1 to 5 against 2, 1, 3, 4, 5: 1 − 6 · 2/(5 · 24) = .9. */
    @Test
    void theRanksOfWorthAndEntropyAreCompared() {
        double[] entropy = {0.2, 0.1, 0.3, 0.4, 0.9};
        RewardCheck check = check(new double[] {0, 10, 20, 30, 40}, entropy, entropy);
        assertThat(check.correlation()).isEqualTo(0.9, within(1e-9));
        assertThat(check.items()).isEqualTo(5);
        assertThat(check.low()).isLessThan(0.9);
        assertThat(check.reliability()).isEqualTo(1, within(1e-9));
        assertThat(check.corrected()).isEqualTo(0.9, within(1e-6));
    }

    /**
     * Both entropies rank 1 2 3 4 5 and 2 1 3 5 4: r = 1 − 6 · 4/120 = .8, so the mean of both is reliable to 1.6 / 1.8. Worth
     * ranks 2 1 4 3 5 and the means, 1.5 1.5 3 4.5 4.5, tie: r = 7.5 / √90 = .790569, over √.888889 that is .838525.
     */
    @Test
    void whatChanceInTheCheckTakesAwayIsGivenBack() {
        RewardCheck check = check(
                new double[] {2, 1, 4, 3, 5}, new double[] {.1, .2, .3, .4, .5}, new double[] {.2, .1, .3, .5, .4});
        assertThat(check.reliability()).isEqualTo(1.6 / 1.8, within(1e-6));
        assertThat(check.correlation()).isEqualTo(0.790569, within(1e-6));
        assertThat(check.corrected()).isEqualTo(0.838525, within(1e-6));
        assertThat(check.correctedLow()).isLessThanOrEqualTo(check.corrected());
        assertThat(check.correctedHigh()).isGreaterThanOrEqualTo(check.corrected());
    }

    /**
     * Worth and both measurements are a standard normal truth with noise of their own, of the same size, so the truth of 4,000
     * items correlates √.5 = .707 with worth, which as ranks is .690, and the check alone less.
     */
    @Test
    void correctedItIsWhatEndlessAnswersWouldGive() {
        Random random = new Random(3);
        int n = 4_000;
        double[][] all = new double[3][n];
        for (int i = 0; i < n; i++) {
            double truth = random.nextGaussian();
            for (double[] one : all) {
                one[i] = truth + random.nextGaussian();
            }
        }
        RewardCheck check = check(all[0], all[1], all[2]);
        assertThat(check.correlation()).isLessThan(0.6);
        assertThat(check.corrected()).isEqualTo(0.69, within(0.03));
        assertThat(check.correctedLow()).isLessThan(0.69);
        assertThat(check.correctedHigh()).isGreaterThan(0.69).isLessThan(0.76);
    }

    @Test
    void withoutDifferencesNothingCanBeTold() {
        assertThat(RewardCheck.of(MODELS, List.of()).correlation()).isNull();
        RewardCheck flat = check(new double[] {1, 2, 3}, new double[3], new double[3]);
        assertThat(flat.correlation()).isNull();
        assertThat(flat.low()).isNull();
        assertThat(flat.corrected()).isNull();
        RewardCheck chance = check(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1});
        assertThat(chance.reliability()).isNull();
        // 1 − 6 · (1 + 9 + 4 + 1 + 1)/120 = .2: too little to correct by.
        RewardCheck little =
                check(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 5}, new double[] {2, 5, 1, 3, 4});
        assertThat(little.reliability()).isEqualTo(2 * 0.2 / 1.2, within(1e-6));
        assertThat(little.corrected()).isNull();
        assertThat(chance.correctedLow()).isNull();
    }

    /** Half of them tell, half do not, each half from all its ranks; where one is short the other fills up; none twice. */
    @Test
    void theItemsComeFromAllRanksOfEitherHalf() {
        List<Integer> ranks = IntStream.range(0, 600).boxed().toList();
        assertThat(RewardCheck.spread(ranks, rank -> rank < 60, 60))
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith(1, 3)
                .endsWith(591)
                .filteredOn(rank -> rank < 60)
                .hasSize(30);
        assertThat(RewardCheck.spread(ranks, rank -> rank < 4, 60)).hasSize(60).startsWith(0, 1, 2, 3, 9);
        assertThat(RewardCheck.spread(ranks, rank -> rank < 595, 60))
                .hasSize(60)
                .endsWith(595, 596, 597, 598, 599);
        assertThat(RewardCheck.spread(ranks.subList(0, 7), rank -> rank < 3, 60))
                .isEqualTo(ranks.subList(0, 7));
        assertThat(RewardCheck.spread(List.<Integer>of(), rank -> true, 60)).isEmpty();
    }

    /** Real periods ask more than thirty of each system; a small one need not pay for sixty. */
    @Test
    void asManyOfEitherHalfAsThePeriodAsksAndSixtyAtMost() {
        assertThat(RewardCheck.most(8)).isEqualTo(16);
        assertThat(RewardCheck.most(30)).isEqualTo(60);
        assertThat(RewardCheck.most(200)).isEqualTo(60);
        assertThat(RewardCheck.most(0)).isEqualTo(60);
    }
}
