package dev.valuecompass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewardCheckTest {
    private static final List<String> MODELS = List.of("delta", "epsilon");

    /** Ranks 1 to 5 against 2, 1, 3, 4, 5: 1 − 6 · 2/(5 · 24) = .9. */
    @Test
    void theRanksOfWorthAndEntropyAreCompared() {
        double[] entropy = {0.2, 0.1, 0.3, 0.4, 0.9};
        RewardCheck check = RewardCheck.of(
                MODELS,
                IntStream.range(0, 5)
                        .mapToObj(i -> new double[] {10 * i, entropy[i]})
                        .toList());
        assertThat(check.correlation()).isEqualTo(0.9, within(1e-9));
        assertThat(check.items()).isEqualTo(5);
        assertThat(check.low()).isLessThan(0.9);
    }

    @Test
    void withoutDifferencesNothingCanBeTold() {
        assertThat(RewardCheck.of(MODELS, List.of()).correlation()).isNull();
        RewardCheck flat =
                RewardCheck.of(MODELS, List.of(new double[] {1, 0}, new double[] {2, 0}, new double[] {3, 0}));
        assertThat(flat.correlation()).isNull();
        assertThat(flat.low()).isNull();
    }

    /** Half of them tell, half do not, each half from all its ranks; where one is short the other fills up; none twice. */
    @Test
    void theItemsComeFromAllRanksOfEitherHalf() {
        List<Integer> ranks = IntStream.range(0, 600).boxed().toList();
        assertThat(RewardCheck.spread(ranks, rank -> rank < 60))
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith(1, 3)
                .endsWith(591)
                .filteredOn(rank -> rank < 60)
                .hasSize(30);
        assertThat(RewardCheck.spread(ranks, rank -> rank < 4)).hasSize(60).startsWith(0, 1, 2, 3, 9);
        assertThat(RewardCheck.spread(ranks, rank -> rank < 595)).hasSize(60).endsWith(595, 596, 597, 598, 599);
        assertThat(RewardCheck.spread(ranks.subList(0, 7), rank -> rank < 3)).isEqualTo(ranks.subList(0, 7));
        assertThat(RewardCheck.spread(List.<Integer>of(), rank -> true)).isEmpty();
    }
}
