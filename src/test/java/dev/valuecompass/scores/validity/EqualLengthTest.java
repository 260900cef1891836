package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores at equal length, against R 4.2.2. */
class EqualLengthTest {
    private static final LabelTable SHOWN = Tables.ofModels("+.++.+..+.", "+..+..+..+", "...++.+.++", "++++.+.++.");
    private static final int[][] BY_MODEL = {
        {300, 200, 250, 400, 150, 500, 350, 180, 420, 260},
        {120, 80, 90, 200, 60, 100, 110, 140, 70, 160},
        {90, 60, 100, 240, 160, 70, 130, 50, 180, 120},
        {260, 300, 280, 310, 200, 330, 240, 290, 220, 350}
    };

    /**
     * R: {@code f <- glm(y ~ model + x + ave(x, item), binomial)} with {@code x = log(length)}; the fit is 1 less its deviance over that
     * without x; a score is {@code mean(plogis(predict(f) + coef(f)["x"] * (mean(x) - mean of x of the model)))}. Influence functions
     * over items with G/(G − 1), of the derivatives that a central difference gives.
     */
    @Test
    void slopeFitAndScoresAreThoseOfALogisticModel() {
        EqualLength told = EqualLength.of(SHOWN, 0, byItem(BY_MODEL), 0.9);
        assertThat(told.slope()).isCloseTo(39.11405, within(1e-4));
        assertThat(told.interval().high() - told.slope()).isCloseTo(12.22958, within(1e-4));
        assertThat(told.fit()).isCloseTo(0.3250402, within(1e-6));
        assertThat(told.scores().get("m0")).isCloseTo(15.85614, within(1e-4));
        assertThat(told.scores().get("m1")).isCloseTo(77.64312, within(1e-4));
        assertThat(told.scores().get("m3")).isCloseTo(17.71489, within(1e-4));
        assertThat(difference(SHOWN, byItem(BY_MODEL), 0, 1)).isCloseTo(0.01676459, within(1e-6));
    }

    /** What all models write more of to one question, and show more there, is the question's. */
    @Test
    void questionsThatDrawLongAnswersAreNoEffectOfLength() {
        LabelTable shown = Tables.ofModels("++.++...", "+++.+...", "++++...+", ".+++.+..");
        int[][] lengths = new int[8][4];
        for (int i = 0; i < 8; i++) {
            for (int m = 0; m < 4; m++) {
                lengths[i][m] = (i < 4 ? 1000 : 100) * ((i + m) % 2 == 0 ? 11 : 10);
            }
        }
        EqualLength told = EqualLength.of(shown, 0, lengths, 0.9);
        assertThat(told.interval().low()).isNegative();
        assertThat(told.interval().high()).isPositive();
        assertThat(told.scores().get("m0")).isCloseTo(50, within(1e-9));
    }

    @Test
    void modelThatAlwaysOrNeverShowsItKeepsThat() {
        LabelTable shown = Tables.ofModels("+.++.+..+.", "++++++++++", "..........", "++++.+.++.");
        EqualLength told = EqualLength.of(shown, 0, byItem(BY_MODEL), 0.9);
        assertThat(told.scores().get("m1")).isEqualTo(100);
        assertThat(told.scores().get("m2")).isZero();
        assertThat(difference(shown, byItem(BY_MODEL), 1, 2))
                .as("nothing varies")
                .isNull();
    }

    @Test
    void answersOfOneLengthTellNothing() {
        int[][] same = IntStream.range(0, 10)
                .mapToObj(i -> IntStream.generate(() -> 100).limit(4).toArray())
                .toArray(int[][]::new);
        assertThat(EqualLength.of(SHOWN, 0, same, 0.9)).isNull();
        assertThat(difference(SHOWN, same, 0, 1)).isNull();
        assertThat(EqualLength.of(SHOWN, 0, new int[10][4], 0.9)).isNull();
    }

    @Test
    void topicThatIsAloneOrNothingLeftOverTellsNothing() {
        List<String> items = Tables.names("q", 10);
        LabelTable one = new LabelTable(
                "toy",
                List.of("v"),
                items,
                Tables.names("m", 4),
                1,
                Stream.concat(Collections.nCopies(9, "t").stream(), Stream.of("other"))
                        .toList());
        for (int i = 0; i < 9; i++) {
            for (int m = 0; m < 4; m++) {
                one.set(i, m, 0, String.valueOf(SHOWN.label(i, m, 0, 0)));
            }
        }
        assertThat(EqualLength.of(one, 0, byItem(BY_MODEL), 0.9)).isNull();
        LabelTable two = Tables.ofModels("+.", "..");
        assertThat(EqualLength.of(two, 0, new int[][] {{100, 250}, {300, 90}}, 0.9))
                .as("a curve through two points")
                .isNull();
    }

    private static Double difference(LabelTable table, int[][] lengths, int one, int other) {
        return EqualLength.differences(table, 0, lengths, List.of(new int[] {one, other}))
                .get(0);
    }

    private static int[][] byItem(int[][] byModel) {
        return IntStream.range(0, byModel[0].length)
                .mapToObj(i -> IntStream.range(0, byModel.length)
                        .map(m -> byModel[m][i])
                        .toArray())
                .toArray(int[][]::new);
    }
}
