package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.statistics.RandomItems.Asked;
import dev.valuecompass.scores.statistics.RandomItems.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Rasch model with random items, against R 4.2.2. */
class RandomItemsTest {
    /** Four models in two periods; a space where a question was not asked. */
    private static final String[] ANSWERS = {
        "0000    ", "0111    ", "1101    ", "0001    ", "0111    ", "1101    ", "0000    ", "0101    ", "0100    ",
        "0000    ", "0011    ", "0000    ", "0000    ", "1110    ", "    0000", "    0110", "    1010", "    1110",
        "    1000", "    0101", "    0001", "    0010", "    0001", "    1110", "    1001", "    1111", "    1010",
        "    1111", "10110011", "00111111", "01010011", "00101010", "01000001", "10010000", "11110101", "10111001",
        "00101010", "01111110", "00010111", "00111011", "00010000", "00011111"
    };

    /**
     * R: {@code optim(method = "BFGS")} on the marginal likelihood, each question integrated over 1,601 points of its normal
     * distribution.
     */
    @Test
    void estimatesAreThoseOfMarginalMaximumLikelihood() {
        List<Question> questions = new ArrayList<>();
        for (String row : ANSWERS) {
            Asked asked = row.startsWith(" ") ? Asked.NOW : row.endsWith(" ") ? Asked.THEN : Asked.BOTH;
            questions.add(new Question(
                    asked,
                    "",
                    row.chars().map(c -> c == ' ' ? 0 : 1).toArray(),
                    row.chars().map(c -> c == '1' ? 1 : 0).toArray()));
        }
        RandomItems fit = RandomItems.of(questions, 4);
        double[] then = {-1.0469, -0.2478, -0.0652, 1.0583};
        double[] now = {0.2302, -0.3987, 0.5480, 0.2302};
        for (int m = 0; m < 4; m++) {
            assertThat(fit.tendency(m, false)).as("then of %d", m).isCloseTo(then[m], within(0.01));
            assertThat(fit.tendency(m, true)).as("now of %d", m).isCloseTo(now[m], within(0.01));
        }
        assertThat(Arrays.stream(Asked.values()).map(fit::mean).toList())
                .zipSatisfy(
                        List.of(0.7779, 0.1526, 0.0), (x, y) -> assertThat(x).isCloseTo(y, within(0.01)));
        assertThat(Arrays.stream(Asked.values()).map(fit::spread).toList())
                .zipSatisfy(
                        List.of(1.7088, 0.7340, 0.4809), (x, y) -> assertThat(x).isCloseTo(y, within(0.02)));
        // What a model is expected to score on the questions of the later period is what it did score: 15 of 28.
        assertThat(fit.expected(true)[0]).isCloseTo(100 * 15 / 28.0, within(0.1));
    }
}
