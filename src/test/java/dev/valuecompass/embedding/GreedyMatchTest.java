package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedyMatchTest {
    private static final double EXACT = 1e-6;

    /**
     * One text has the tokens (1,0) and (0,1), the other (0.6,0.8) alone. Cosines .6 and .8.
     * Precision (.6 + .8)/2 = .7, recall max(.6,.8) = .8, F1 = 2·.7·.8/1.5 = 1.12/1.5 = .746667.
     */
    @Test
    void everyTokenTakesItsBestMatch() {
        float[][] one = {{1, 0}, {0, 1}};
        float[][] other = {{0.6f, 0.8f}};

        GreedyMatch match = GreedyMatch.of(one, other);

        assertThat(match.precision()).isEqualTo(0.7, within(EXACT));
        assertThat(match.recall()).isEqualTo(0.8, within(EXACT));
        assertThat(match.f1()).isEqualTo(1.12 / 1.5, within(EXACT));
        assertThat(GreedyMatch.of(other, one).f1()).isEqualTo(match.f1(), within(EXACT));
    }

    @Test
    void aTextMatchesItselfInAnyOrderOfItsTokens() {
        float[][] one = {{1, 0, 0, 0, 0}, {0, 0, 0, 0, 1}};
        float[][] turned = {one[1], one[0]};
        assertThat(GreedyMatch.of(one, turned).f1()).isEqualTo(1, within(EXACT));
    }

    /** However many tokens there are, the one left over when two at a time are taken is compared too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9})
    void asManyAsThereAreAreCompared(int tokens) {
        Random random = new Random(tokens);
        float[][] one = {direction(random), direction(random), direction(random)};
        float[][] other = new float[tokens][];
        Arrays.setAll(other, j -> direction(random));

        GreedyMatch match = GreedyMatch.of(one, other);

        assertThat(match.precision()).isEqualTo(mean(one, other), within(1e-5));
        assertThat(match.recall()).isEqualTo(mean(other, one), within(1e-5));
    }

    private static double mean(float[][] of, float[][] with) {
        return Arrays.stream(of)
                .mapToDouble(one -> Arrays.stream(with)
                        .mapToDouble(other -> Vectors.dot(one, other))
                        .max()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static float[] direction(Random random) {
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Vectors.unit(vector);
    }

    /** Opposite directions have cosine −1: there is no harmonic mean of what is below 0. */
    @Test
    void nothingInCommonIsZeroAndNeverLess() {
        assertThat(GreedyMatch.of(new float[][] {{1, 0}}, new float[][] {{-1, 0}})
                        .f1())
                .isZero();
        assertThat(GreedyMatch.of(new float[0][], new float[][] {{1, 0}}).f1()).isZero();
    }
}
