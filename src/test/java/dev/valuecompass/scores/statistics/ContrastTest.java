package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastTest {
    /**
     * Permeability constants of the human chorioamnion, Hollander & Wolfe (1973), p. 69 f., the example of R's
     * wilcox.test: W = 35, one-sided p = 0.1272, so 0.2544 two-sided. Cliff's delta: 2 · 35/50 − 1 = 0.4.
     */
    @Test
    void rankTestOfThePublishedExample() {
        RankContrast found = RankContrast.of(
                new double[] {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46},
                new double[] {1.15, 0.88, 0.90, 0.74, 1.21},
                0.9);
        assertThat(found.u()).isEqualTo(35);
        assertThat(found.p()).isCloseTo(0.2544, within(0.00005));
        assertThat(found.delta()).isCloseTo(0.4, within(1e-12));
    }

    /**
     * 1, 2, 2, 5 against 2, 5, 6: mid-ranks 1, 3, 3, 5.5 | 3, 5.5, 7, so U = 12.5 − 10 = 2.5. Of the 35 ways to choose four
     * of the seven ranks, 10 have a sum at least 3.5 from 16, as counted by listing them.
     */
    @Test
    void tiesShareTheirRanks() {
        RankContrast found = RankContrast.of(new double[] {1, 2, 2, 5}, new double[] {2, 5, 6}, 0.9);
        assertThat(found.u()).isEqualTo(2.5);
        assertThat(found.p()).isCloseTo(10 / 35.0, within(1e-12));
    }

    /** The approximation beyond 80 values is near to the exact figure at 80, with many ties. */
    @Test
    void manyValuesAreApproximatedClosely() {
        double[] x = IntStream.range(0, 40).mapToDouble(i -> i % 10 + 1).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i % 9).toArray();
        double[] longer = IntStream.range(0, 41).mapToDouble(i -> i % 9).toArray();
        double exact = RankContrast.of(x, y, 0.9).p();
        assertThat(exact).isBetween(0.001, 0.2);
        assertThat(RankContrast.of(x, longer, 0.9).p()).isCloseTo(exact, within(0.01));
    }

    /** All of one group above all of the other: delta 1, p = 2/C(6, 3) = 0.1, and still no certainty. */
    @Test
    void completeSeparation() {
        RankContrast found = RankContrast.of(new double[] {4, 5, 6}, new double[] {1, 2, 3}, 0.9);
        assertThat(found.delta()).isEqualTo(1);
        assertThat(found.p()).isCloseTo(0.1, within(1e-12));
        assertThat(found.interval().low()).isLessThan(1);
        assertThat(RankContrast.of(new double[] {1}, new double[] {2, 3}, 0.9).interval())
                .isNull();
    }

    /** Student's sleep data, R's example of t.test: t = -1.8608, 17.776 degrees of freedom, p = 0.07939. */
    @Test
    void welchsTestOfThePublishedExample() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        MeanChange found = MeanChange.between(first, second, 0.95);
        assertThat(found.mean()).isCloseTo(1.58, within(1e-12));
        assertThat(found.p()).isCloseTo(0.07939, within(0.000005));
        assertThat(found.interval().low()).isCloseTo(-0.2054832, within(0.00000005));
        assertThat(found.interval().high()).isCloseTo(3.3654832, within(0.00000005));
        assertThat(found.n()).isEqualTo(20);

        MeanChange unvaried = MeanChange.between(new double[] {1, 1}, new double[] {2, 2}, 0.95);
        assertThat(unvaried.mean()).isEqualTo(1);
        assertThat(unvaried.p()).isNull();
        assertThat(unvaried.interval()).isNull();
    }

    /** 300 samples of two equal groups: the interval of level 0.9 holds 0 in 85 to 95 of 100. */
    @Test
    void theIntervalOfTheEffectHoldsTheTruth() {
        Random random = new Random(3);
        long held = IntStream.range(0, 300)
                .filter(i -> {
                    double[] x = random.doubles(12).toArray();
                    double[] y = random.doubles(10).toArray();
                    RankContrast found = RankContrast.of(x, y, 0.9);
                    return found.interval().low() <= 0 && found.interval().high() >= 0;
                })
                .count();
        assertThat(held / 300.0).isBetween(0.85, 0.95);
    }

    /**
     * Models at 0, 1 (family f) and 10, 12 (family g), one value: within (1 + 2)/2 = 1.5, between (10 + 12 + 9 + 11)/4 =
     * 10.5. Of the 3 ways to pair four models one is this, so p is near 1/3.
     */
    @Test
    void familiesByHand() {
        FamilyContrast found = FamilyContrast.of(
                List.of("f", "f", "g", "g"),
                List.of(new double[] {0}, new double[] {1}, new double[] {10}, new double[] {12}),
                1);
        assertThat(found.within()).isCloseTo(1.5, within(1e-12));
        assertThat(found.between()).isCloseTo(10.5, within(1e-12));
        assertThat(found.pairs()).isEqualTo(2);
        assertThat(found.families()).isEqualTo(2);
        assertThat(found.p()).isCloseTo(1.0 / 3, within(0.02));
    }

    @Test
    void familiesOfOneSayNothing() {
        List<double[]> profiles = List.of(new double[] {0}, new double[] {1});
        assertThat(FamilyContrast.of(List.of("f", "g"), profiles, 1)).isNull();
        assertThat(FamilyContrast.of(List.of("f", "f"), profiles, 1)).isNull();
    }

    /** atanh 0.8 = 1.0986; 1.6449 · √((1 + 0.32)/7) = 0.7143; tanh 0.3844 = 0.3665, tanh 1.8129 = 0.9481. */
    @Test
    void intervalOfARankCorrelationByHand() {
        assertThat(RankCorrelation.interval(0.8, 10, 0.9).low()).isCloseTo(0.3665, within(0.0001));
        assertThat(RankCorrelation.interval(0.8, 10, 0.9).high()).isCloseTo(0.9481, within(0.0001));
        assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}, 0.9))
                .isEqualTo(new RankCorrelation(1.0, 4, null));
        assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 0.9)
                        .rho())
                .isNull();
    }

    /** Student's own example (1908, Biometrika 6, table of extra hours of sleep): mean −1.58, t = −4.0621, p = 0.00283. */
    @Test
    void meanOfPairedDifferencesAsStudentHadIt() {
        MeanChange found = MeanChange.of(new double[] {-1.2, -2.4, -1.3, -1.3, 0, -1.0, -1.8, -0.8, -4.6, -1.4}, 0.95);
        assertThat(found.mean()).isCloseTo(-1.58, within(1e-12));
        assertThat(found.p()).isCloseTo(0.00283, within(0.00001));
        assertThat(found.interval().low()).isCloseTo(-2.4599, within(0.0001));
        assertThat(found.interval().high()).isCloseTo(-0.7001, within(0.0001));
        assertThat(MeanChange.of(new double[] {3}, 0.9).interval()).isNull();
    }
}
