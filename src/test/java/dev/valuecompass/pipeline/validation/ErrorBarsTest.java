package dev.valuecompass.pipeline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.statistics.RecognizerError;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorBarsTest {
    private static final Interval SAMPLING = new Interval(40, 60, 0.9);

    /** One model and its twin; four items, of which the second does not measure the value and the fourth was not read. */
    private static LabelTable table(String ofModel, String ofTwin) {
        List<String> items =
                IntStream.range(0, ofModel.length()).mapToObj(i -> "i" + i).toList();
        LabelTable table = new LabelTable("toy", List.of("thrift"), items, List.of("m", "m-twin"), 1);
        for (int i = 0; i < items.size(); i++) {
            table.set(i, 0, 0, ofModel.substring(i, i + 1));
            table.set(i, 1, 0, ofTwin.substring(i, i + 1));
        }
        return table;
    }

    @Test
    void goldAnswersAreThoseOfTwinsThatMeasureTheValueAndWereRead() {
        PanelAnswering.LabelTables labelled =
                new PanelAnswering.LabelTables(table("....", "+ -?"), table("++++", "+ ++"));
        ErrorBars bars = ErrorBars.of(Optional.empty(), labelled, 1);
        assertThat(bars.gold()).containsExactly(new RecognizerError(1, 0, 1, 0));
    }

    @Test
    void withoutAnErrorOnTheCardTheIntervalIsTheOneOverItems() {
        ErrorBars bars = new ErrorBars(Optional.empty(), List.of());
        assertThat(bars.byCard(50, SAMPLING)).isEqualTo(SAMPLING);
    }

    @Test
    void anErrorWidensTheIntervalAndABiggerOneMore() {
        ErrorBars bars = new ErrorBars(
                Optional.of(new RecognizerError(70, 30, 30, 70)), List.of(new RecognizerError(95, 5, 5, 95)));
        Interval card = bars.byCard(50, SAMPLING);
        Interval gold = bars.byGold(0, 50, SAMPLING);
        assertThat(gold.low()).isLessThan(SAMPLING.low());
        assertThat(card.low()).isLessThan(gold.low());
        assertThat(card.high()).isGreaterThan(gold.high());
    }
}
