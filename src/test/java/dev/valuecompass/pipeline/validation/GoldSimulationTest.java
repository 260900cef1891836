package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.GoldCorrection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldSimulationTest {
    private static final int ITEMS = 200;

    /** A model that shows the value in every third answer, and one that does in two of three. */
    private static LabelTable truth() {
        return table(i -> i % 3 == 0, i -> i % 3 != 0);
    }

    private interface Shown {
        boolean in(int item);
    }

    private static LabelTable table(Shown... models) {
        LabelTable table = new LabelTable(
                "toy",
                List.of("thrift"),
                IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList(),
                List.of("one", "other"),
                1);
        for (int i = 0; i < ITEMS; i++) {
            for (int m = 0; m < models.length; m++) {
                table.set(i, m, 0, models[m].in(i) ? "+" : ".");
            }
        }
        return table;
    }

    @Test
    void aReaderThatIsRightIsLeftAsItIs() {
        List<GoldCorrection.Level> levels =
                GoldSimulation.levels(truth(), truth(), 100, 0, 1).get(0);
        assertThat(levels.get(0).level()).isCloseTo(100 * 67 / 200.0, within(3.0));
        assertThat(levels.get(1).level()).isCloseTo(100 * 133 / 200.0, within(3.0));
    }

    @Test
    void aReaderThatSeesTheValueEverywhereIsCorrected() {
        List<GoldCorrection.Level> levels = GoldSimulation.levels(table(i -> true, i -> true), truth(), 200, 0, 1)
                .get(0);
        assertThat(levels.get(0).level()).isLessThan(50);
        assertThat(levels.get(1).level()).isGreaterThan(50);
    }

    @Test
    void tooFewLabelsCorrectNothing() {
        assertThat(GoldSimulation.levels(truth(), truth(), 18, 0, 1)).isEmpty();
    }

    @Test
    void eachDrawIsOfOtherAnswers() {
        LabelTable everywhere = table(i -> true, i -> true);
        assertThat(IntStream.range(0, GoldSimulation.DRAWS)
                        .mapToObj(drawn -> GoldSimulation.levels(everywhere, truth(), 40, drawn, 1)
                                .get(0)
                                .get(0)
                                .level()))
                .anyMatch(level -> level < 100 * 67 / 200.0)
                .anyMatch(level -> level > 100 * 67 / 200.0);
    }
}
