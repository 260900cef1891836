package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanditTest {
    /**
     * Arm 0 gave 1 and 3 (Q = 2, C = 2), arm 1 gave 1.5 (C = 1), t = 3, 2 ln 3 = 2.197225. The
     * rewards 1, 1.5, 3 have a standard deviation of sqrt(.722222) = .849837. Bounds: 2 + .849837 · sqrt(1.098612) =
     * 2.890754; 1.5 + .849837 · sqrt(2.197225) = 2.759717. Arm 0 is next. After it gives 0: Q = 4/3, C = 3, t = 4, 2 ln 4 =
     * 2.772589, s = sqrt(1.171875) = 1.082532: 1.333333 + s · sqrt(.924196) = 2.374027 against 1.5 + s · 1.665109.
     */
    @Test
    void theHighestBoundIsNext() {
        Bandit bandit = new Bandit(2);
        bandit.update(0, 1);
        bandit.update(1, 1.5);
        bandit.update(0, 3);

        assertThat(bandit.bound(0)).isEqualTo(2.890754, within(1e-6));
        assertThat(bandit.bound(1)).isEqualTo(2.759717, within(1e-6));
        assertThat(bandit.next()).containsExactly(0);

        bandit.update(0, 0);
        assertThat(bandit.bound(0)).isEqualTo(2.374027, within(1e-6));
        assertThat(bandit.bound(1)).isEqualTo(3.302533, within(1e-6));
        assertThat(bandit.next()).containsExactly(1);
    }

    /** On random rewards: no arm is played twice before all were once, counts add up to B, means are those of the rewards. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsPlayedAddsUp(long seed) {
        Random random = new Random(seed);
        int arms = 1 + random.nextInt(20);
        int budget = arms + random.nextInt(200);
        Bandit bandit = new Bandit(arms);
        double[] sums = new double[arms];
        int[] counts = new int[arms];
        for (int t = 0; t < budget; t++) {
            List<Integer> next = bandit.next();
            if (t < arms) {
                assertThat(next).hasSize(arms - t).allMatch(arm -> counts[arm] == 0);
            } else {
                assertThat(next).hasSize(1);
            }
            int arm = next.get(next.size() - 1);
            double reward = 10 * random.nextDouble() - 2;
            sums[arm] += reward;
            counts[arm]++;
            bandit.update(arm, reward);
        }
        int total = 0;
        for (int arm = 0; arm < arms; arm++) {
            assertThat(bandit.count(arm)).isEqualTo(counts[arm]).isPositive();
            assertThat(bandit.mean(arm)).isEqualTo(sums[arm] / counts[arm], within(1e-9));
            total += bandit.count(arm);
        }
        assertThat(total).isEqualTo(budget);
    }

    /**
     * Arms b (pulled twice, mean 1.5) and c (once, mean 4) were played before, a was not, and d is no arm of this round:
     * t = 3. a is next; it gives 2, so t = 4 and 2 ln 4 = 2.772589; 1.5, 1.5, 4, 2 deviate by s = sqrt(1.0625) = 1.030776:
     * a 2 + s · 1.665109, b 1.5 + s · sqrt(1.386294) = 2.713646, c 4 + s · 1.665109. After c gives 1, its mean is 2.5 of two pulls.
     */
    @Test
    void armsGoOnWhereAnEarlierRoundEnded() {
        List<String> topics = List.of("a", "b", "c");
        Bandit bandit = new Bandit(
                topics, List.of(new PlayedArm("b", 2, 1.5), new PlayedArm("c", 1, 4), new PlayedArm("d", 9, 9)));
        assertThat(bandit.next()).containsExactly(0);
        bandit.update(0, 2);
        assertThat(bandit.bound(0)).isEqualTo(3.716355, within(1e-6));
        assertThat(bandit.bound(1)).isEqualTo(2.713646, within(1e-6));
        assertThat(bandit.next()).containsExactly(2);
        bandit.update(2, 1);
        assertThat(bandit.played(topics))
                .containsExactly(new PlayedArm("a", 1, 2), new PlayedArm("b", 2, 1.5), new PlayedArm("c", 2, 2.5));
    }

    /** What rewards are measured in decides nothing. */
    @Test
    void rewardsOnAnotherScaleLeadTheSameWay() {
        Random random = new Random(3);
        Bandit bandit = new Bandit(5);
        Bandit small = new Bandit(5);
        for (int t = 0; t < 200; t++) {
            int arm = bandit.next().get(0);
            assertThat(small.next().get(0)).isEqualTo(arm);
            double reward = arm + random.nextDouble();
            bandit.update(arm, reward);
            small.update(arm, reward / 64);
        }
    }

    /** The best arm is played most, and every other one still now and then. */
    @Test
    void theBestArmIsPlayedMost() {
        double[] gives = {1, 1.8, 1.4};
        Random random = new Random(8);
        Bandit bandit = new Bandit(3);
        for (int t = 0; t < 300; t++) {
            int arm = bandit.next().get(0);
            bandit.update(arm, gives[arm] + random.nextDouble());
        }
        assertThat(bandit.count(1)).isGreaterThan(bandit.count(0) + bandit.count(2));
        assertThat(bandit.count(0)).isGreaterThan(1);
        assertThat(bandit.count(2)).isGreaterThan(bandit.count(0));
    }
}
