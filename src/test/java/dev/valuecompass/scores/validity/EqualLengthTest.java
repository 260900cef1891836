package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
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

    private static int[][] byItem(int[][] byModel) {
        return IntStream.range(0, byModel[0].length)
                .mapToObj(i -> IntStream.range(0, byModel.length)
                        .map(m -> byModel[m][i])
                        .toArray())
                .toArray(int[][]::new);
    }
}
