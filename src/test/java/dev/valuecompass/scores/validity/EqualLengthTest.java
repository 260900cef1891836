package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores at equal length, against R 4.2.2. */
class EqualLengthTest {
    private static final LabelTable SHOWN = Tables.ofModels("+.++.+", "+..+..", "...++.", "++++.+");
    private static final int[][] BY_MODEL = {
        {300, 200, 250, 400, 150, 500},
        {120, 80, 90, 200, 60, 100},
        {90, 60, 100, 240, 160, 70},
        {260, 300, 280, 310, 200, 330}
    };

    /** R: {@code lm(y ~ model + item + log(length))}, with variances over items as clusters and G/(G − 1). */
    @Test
    void slopeFitAndScoresAreThoseOfALinearModel() {
        EqualLength told = EqualLength.of(SHOWN, 0, byItem(BY_MODEL), 0.9);
        assertThat(told.slope()).isCloseTo(71.6744, within(1e-4));
        assertThat(told.interval().high() - told.slope()).isCloseTo(22.95778, within(1e-4));
        assertThat(told.fit()).isCloseTo(0.603945, within(1e-6));
        assertThat(told.scores().get("m0")).isCloseTo(15.7539333, within(1e-6));
        assertThat(told.scores().get("m1")).isCloseTo(87.0848557, within(1e-6));
        assertThat(told.scores().get("m3")).isCloseTo(32.5418014, within(1e-6));
    }

    @Test
    void answersOfOneLengthTellNothing() {
        int[][] same = IntStream.range(0, 6)
                .mapToObj(i -> IntStream.generate(() -> 100).limit(4).toArray())
                .toArray(int[][]::new);
        assertThat(EqualLength.of(SHOWN, 0, same, 0.9)).isNull();
        assertThat(EqualLength.difference(SHOWN, 0, same, 0, 1)).isNull();
        assertThat(EqualLength.of(SHOWN, 0, new int[6][4], 0.9)).isNull();
    }

    @Test
    void topicThatIsAloneOrNothingLeftOverTellsNothing() {
        List<String> items = Tables.names("q", 6);
        LabelTable one = new LabelTable(
                "toy", List.of("v"), items, Tables.names("m", 4), 1, List.of("t", "t", "t", "t", "t", "other"));
        for (int i = 0; i < 5; i++) {
            for (int m = 0; m < 4; m++) {
                one.set(i, m, 0, String.valueOf(SHOWN.label(i, m, 0, 0)));
            }
        }
        assertThat(EqualLength.of(one, 0, byItem(BY_MODEL), 0.9)).isNull();
        LabelTable two = Tables.ofModels("+.", "..");
        assertThat(EqualLength.of(two, 0, new int[][] {{100, 250}, {300, 90}}, 0.9))
                .as("a line through two points")
                .isNull();
    }

    private static int[][] byItem(int[][] byModel) {
        return IntStream.range(0, byModel[0].length)
                .mapToObj(i -> IntStream.range(0, byModel.length)
                        .map(m -> byModel[m][i])
                        .toArray())
                .toArray(int[][]::new);
    }
}
