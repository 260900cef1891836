package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemBootstrapTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /**
     * Of 400 single responses 120 express the value: the resampled score has the binomial standard deviation
     * 100·√(0.3·0.7/400) = 2.2913, so the 90 % interval is near 30 ± 1.645 · 2.2913 = 26.2 … 33.8.
     */
    @Test
    void theIntervalOfASingleAnswerAnItemIsTheBinomialOne() {
        LabelTable table = Tables.ofModels("+".repeat(120) + ".".repeat(280));
        ItemBootstrap bootstrap = new ItemBootstrap(table, 4000, 1);
        double[] values = bootstrap.conformity(0, 0);
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
        assertThat(mean).isCloseTo(30, within(0.15));
        assertThat(deviation).isCloseTo(2.2913, within(0.08));
        Interval interval = bootstrap.interval(0, 0, 0.9);
        assertThat(interval.low()).isCloseTo(26.23, within(0.4));
        assertThat(interval.high()).isCloseTo(33.77, within(0.4));
    }

    /**
     * Five equal answers to an item are worth one: clustering by item must not make the interval narrower. With 40
     * items of which half are always expressed the deviation is 100·√(0.25/40) = 7.9, not 100·√(0.25/200) = 3.5.
     */
    @Test
    void answersToOneItemHangTogether() {
        LabelTable table = new LabelTable("toy", List.of("v"), Tables.names("q", 40), List.of("m"), 5);
        for (int i = 0; i < 40; i++) {
            for (int s = 0; s < 5; s++) {
                table.set(i, 0, s, i < 20 ? "+" : ".");
            }
        }
        Interval interval = new ItemBootstrap(table, 4000, 1).interval(0, 0, 0.9);
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.645 * 7.906, within(3.0));
    }

    /**
     * Wilson (1927) at level 0.9, z² = 2.7055: 10 of 10 reaches down to n/(n + z²) = 10/12.7055 = 78.71, 0 of 10 up to
     * 21.29. Ten items answered alike five times are ten items still.
     */
    @Test
    void anIntervalHasWidthWhereAllAnswersAreAlike() {
        ItemBootstrap bootstrap = new ItemBootstrap(Tables.ofModels("++++++++++", ".........."), 50, 1);
        assertThat(bootstrap.interval(0, 0, 0.9).low()).isCloseTo(78.706, within(1e-3));
        assertThat(bootstrap.interval(0, 0, 0.9).high()).isCloseTo(100, within(1e-9));
        assertThat(bootstrap.interval(1, 0, 0.9).low()).isCloseTo(0, within(1e-9));
        assertThat(bootstrap.interval(1, 0, 0.9).high()).isCloseTo(21.294, within(1e-3));
        int[] five = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
        assertThat(WilsonInterval.of(new ClusteredShare(five, five, 10), 0.9).low())
                .isCloseTo(78.706, within(1e-3));
    }

    /** Ten answers to ten items, seven against three: variance of the mean 2.1/90, so 0.21/(2.1/90) = 9 answers. */
    @Test
    void answersCountForAsManyAsTheyVary() {
        int[] scored = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        int[] expressed = {1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
        double p = 0.3;
        double k = 2.705543454 / 9;
        double half = Math.sqrt(k * (p * (1 - p) + k / 4)) / (1 + k);
        Interval interval = WilsonInterval.of(new ClusteredShare(scored, expressed, 10), 0.9);
        assertThat(interval.low()).isCloseTo(100 * ((p + k / 2) / (1 + k) - half), within(1e-6));
        assertThat(interval.high()).isCloseTo(100 * ((p + k / 2) / (1 + k) + half), within(1e-6));
    }

    /** Coverage where percentiles fail: 20 items, true rate 0.95, 400 seeds. Percentiles alone hold it in about 62 %. */
    @Test
    void intervalsNearTheEndOfTheScaleHoldTheTruth() {
        Random random = new Random(11);
        int held = 0;
        int heldByPercentiles = 0;
        for (int seed = 0; seed < 400; seed++) {
            StringBuilder labels = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                labels.append(random.nextDouble() < 0.95 ? '+' : '.');
            }
            ItemBootstrap bootstrap = new ItemBootstrap(Tables.ofModels(labels.toString()), 200, seed);
            Interval interval = bootstrap.interval(0, 0, 0.9);
            Interval drawn = Percentiles.interval(bootstrap.conformity(0, 0), 0.9);
            held += interval.low() <= 95 && interval.high() >= 95 ? 1 : 0;
            heldByPercentiles += drawn.low() <= 95 && drawn.high() >= 95 ? 1 : 0;
        }
        assertThat(held).isGreaterThan(350);
        assertThat(heldByPercentiles).isLessThan(300);
    }

    /** Items of different dimensions are drawn apart: an unmeasured item never crowds out a measured one. */
    @Test
    void everyResampleHasAsManyItemsOnADimension() {
        LabelTable table = new LabelTable("toy", List.of("a", "b"), Tables.names("q", 20), List.of("m"), 1);
        for (int i = 0; i < 20; i++) {
            table.set(i, 0, 0, i < 3 ? "+ " : " +");
        }
        ItemBootstrap bootstrap = new ItemBootstrap(table, 500, 3);
        assertThat(bootstrap.conformity(0, 0)).containsOnly(100.0);
        assertThat(bootstrap.conformity(0, 1)).containsOnly(100.0);
    }

    @Test
    void oneItemTellsNothingAboutItems() {
        assertThat(new ItemBootstrap(Tables.ofModels("+?"), 100, 1).interval(0, 0, 0.9))
                .isNull();
        assertThatThrownBy(() -> new ItemBootstrap(Tables.ofModels("+"), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameSeedDrawsTheSame(long seed) {
        LabelTable table = Tables.random(50, 3, 2, 2, seed);
        double[] once = new ItemBootstrap(table, 60, seed).conformity(2, 1);
        assertThat(new ItemBootstrap(table, 60, seed).conformity(2, 1)).isEqualTo(once);
        assertThat(new ItemBootstrap(table, 60, seed + 1).conformity(2, 1)).isNotEqualTo(once);
    }

    /** Type 7 of Hyndman & Fan as R computes it: quantile(c(1, 2, 4, 8), c(.05, .5, .95)) = 1.15, 3, 7.4. */
    @Test
    void quantilesAreThoseOfR() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Percentiles.quantile(sorted, 0.05)).isCloseTo(1.15, within(1e-12));
        assertThat(Percentiles.quantile(sorted, 0.5)).isCloseTo(3, within(1e-12));
        assertThat(Percentiles.quantile(sorted, 0.95)).isCloseTo(7.4, within(1e-12));
        assertThat(Percentiles.interval(new double[] {8, Double.NaN, 1, 4, 2}, 0.9))
                .isEqualTo(new Interval(Percentiles.quantile(sorted, 0.05), Percentiles.quantile(sorted, 0.95), 0.9));
    }

    /** The planes of bits against sums in the plain way. */
    @ParameterizedTest
    @MethodSource("seeds")
    void bitCountsMultiply(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(300);
        int[] x = random.ints(rows, 0, 1 + random.nextInt(9)).toArray();
        int[] y = random.ints(rows, 0, 1 + random.nextInt(40)).toArray();
        long expected = 0;
        for (int i = 0; i < rows; i++) {
            expected += (long) x[i] * y[i];
        }
        assertThat(new BitCounts(rows, i -> x[i]).product(new BitCounts(rows, i -> y[i])))
                .isEqualTo(expected);
    }
}
