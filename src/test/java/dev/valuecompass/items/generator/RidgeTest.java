package dev.valuecompass.items.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeTest {
    /**
     * x = −1, 0, 1 has mean 0, y = 0, 1, 5 has mean 2. Σxy = (−1)(−2) + 0 + 1·3 = 5, Σx² = 2, λ = 3: w = 5/(2 + 3) = 1. At x
     * = 2: 2 + 2·1 = 4.
     */
    @Test
    void oneColumn() {
        double[][] x = {{-1}, {0}, {1}};
        double[] y = {0, 1, 5};
        assertThat(Ridge.fit(x, y, 3).predict(new double[] {2})).isCloseTo(4, within(1e-12));
    }

    /** Moving x and y moves the prediction with them: the intercept is not shrunk. 4 + 10 at x = 2 + 7. */
    @Test
    void interceptIsNotShrunk() {
        double[][] x = {{6}, {7}, {8}};
        double[] y = {10, 11, 15};
        assertThat(Ridge.fit(x, y, 3).predict(new double[] {9})).isCloseTo(14, within(1e-12));
    }

    @Test
    void bothFormsAreEqual() {
        Random random = new Random(4);
        double[][] x = new double[12][7];
        double[] y = new double[12];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = random.nextGaussian();
        }
        double[] at = {1, -1, 2, 0, 0.5, 3, -2};
        assertThat(new Ridge.Design(x, true).fit(y, 0.7).predict(at))
                .isCloseTo(new Ridge.Design(x, false).fit(y, 0.7).predict(at), within(1e-9));
    }

    @Test
    void crossValidationFindsWhatIsThere() {
        CrossValidation real = validated(1, 0.1);
        assertThat(real.explained()).isGreaterThan(0.9);
        assertThat(real.spearman()).isGreaterThan(0.9);
        assertThat(real.rmse()).isLessThan(0.2);
    }

    /** Nothing can be predicted from noise, and the error says so: no better than guessing the mean. */
    @Test
    void crossValidationFindsNothingInNoise() {
        CrossValidation noise = validated(0, 1);
        assertThat(noise.explained()).isLessThan(0.05);
        assertThat(noise.spearman()).isBetween(-0.3, 0.3);
        assertThat(noise.n()).isEqualTo(150);
    }

    private static CrossValidation validated(double signal, double noise) {
        Random random = new Random(11);
        double[][] x = new double[150][10];
        double[] y = new double[150];
        List<String> families = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = signal * (x[i][0] - x[i][1]) + noise * random.nextGaussian();
            families.add("topic " + i);
        }
        return CrossValidation.of(x, y, families);
    }

    /**
     * Thirty families of five equal rows with a target of their own: who parts families knows the answer, who does not
     * can only guess.
     */
    @Test
    void familiesAreNotParted() {
        Random random = new Random(2);
        double[][] x = new double[150][];
        double[] y = new double[150];
        List<String> families = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (int family = 0; family < 30; family++) {
            double[] row = random.doubles(40, -1, 1).toArray();
            double target = random.nextGaussian();
            for (int i = 0; i < 5; i++) {
                x[family * 5 + i] = row;
                y[family * 5 + i] = target;
                families.add("family " + family);
                alone.add("row " + family + " " + i);
            }
        }
        assertThat(CrossValidation.of(x, y, families).explained()).isLessThan(0.2);
        assertThat(CrossValidation.of(x, y, alone).explained()).isGreaterThan(0.8);
    }
}
