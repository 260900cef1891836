package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitSignificanceTest {
    @Test
    void smallSamplesUseTheExactDistribution() {
        assertThat(FitSignificance.criticalRho(4)).isNull();
        assertThat(FitSignificance.criticalRho(10)).isEqualTo(0.648);
        // All 120 orders of five: 2 have |rho| = 1 (1.7 %), 10 have |rho| ≥ 0.9 (8.3 %), so only 1 is rare enough.
        List<Double> all = rhos(List.of(), List.of(1, 2, 3, 4, 5));
        assertThat(all).hasSize(120);
        assertThat(all.stream().filter(rho -> Math.abs(rho) >= 1 - 1e-12)).hasSize(2);
        assertThat(all.stream().filter(rho -> Math.abs(rho) >= 0.9 - 1e-12)).hasSize(10);
        assertThat(FitSignificance.criticalRho(5)).isEqualTo(1.0);
    }

    @Test
    void sixDimensionsAreRareFromTheTabledBoundOn() {
        // 720 orders of six: the bound 0.886 leaves at most 5 %, the next possible value, 0.829, leaves more.
        List<Double> all = rhos(List.of(), List.of(1, 2, 3, 4, 5, 6));
        assertThat(share(all, FitSignificance.criticalRho(6) - 0.001)).isLessThanOrEqualTo(0.05);
        assertThat(share(all, 0.829 - 0.001)).isGreaterThan(0.05);
    }

    @Test
    void largeSamplesUseStudentsT() {
        // t(18; .975) = 2.1009, so 2.1009 / sqrt(18 + 2.1009²) = 0.4438.
        assertThat(FitSignificance.criticalRho(20)).isEqualTo(0.4438, within(0.0001));
    }

    @Test
    void twoFitsAreSeparableOnlyWhenTheyDifferALot() {
        assertThat(FitSignificance.separable(0.93, 0.88, 0.9, 10)).isFalse();
        // r = .95 and −.5, between −.3: mean square .57625, f = min(1, 1.3/.8475) = 1, h = 1,
        // z = (1.8318 + 0.5493) · √(7 / (2 · 1.3 · 1)) = 3.91.
        assertThat(FitSignificance.separable(0.95, -0.5, -0.3, 10)).isTrue();
        // r = .6 and .2, between 0: mean square .2, f = min(1, 1/1.6) = .625, h = .875/.8 = 1.09375,
        // z = (.6931 − .2027) · √(7 / 2.1875) = 0.877.
        assertThat(FitSignificance.separable(0.6, 0.2, 0, 10)).isFalse();
        // The same with n = 103: z = .4904 · √(100 / 2.1875) = 3.32.
        assertThat(FitSignificance.separable(0.6, 0.2, 0, 103)).isTrue();
    }

    @Test
    void nothingIsSeparableWithoutAnyFreedom() {
        assertThat(FitSignificance.separable(0.9, 0.1, 0.2, 3)).isFalse();
        assertThat(FitSignificance.separable(0.9, 0.9, 0.5, 10)).isFalse();
        assertThat(FitSignificance.separable(0.9, 0.8, 1, 10)).isFalse();
        assertThat(FitSignificance.separable(1, 1, 0.5, 10)).isFalse();
    }

    private static double share(List<Double> all, double bound) {
        return all.stream().filter(rho -> Math.abs(rho) >= bound).count() / (double) all.size();
    }

    /** Spearman's rho of every order against 1, 2, 3 …: 1 − 6 Σ d² / (n (n² − 1)). */
    private static List<Double> rhos(List<Integer> chosen, List<Integer> left) {
        if (left.isEmpty()) {
            double n = chosen.size();
            double squares = 0;
            for (int i = 0; i < chosen.size(); i++) {
                squares += Math.pow(chosen.get(i) - i - 1, 2);
            }
            return List.of(1 - 6 * squares / (n * (n * n - 1)));
        }
        List<Double> all = new ArrayList<>();
        for (Integer next : left) {
            List<Integer> more = new ArrayList<>(chosen);
            more.add(next);
            List<Integer> rest = new ArrayList<>(left);
            rest.remove(next);
            all.addAll(rhos(more, rest));
        }
        return all;
    }
}
