package dev.valuecompass.site.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.value.ValueSystem;
import org.junit.jupiter.api.Test;

class OverallIntervalsTest {
    private static final ValueSystem MFT = SmallPeriod.THEORY.system("mft");

    @Test
    void withoutLabelsTheBoundsAreAveraged() {
        // Scores 10, 30, 50, 70, 90 with bounds 2 below and above: the means of the bounds are 48 and 52.
        SmallPeriod period =
                new SmallPeriod("2026-11", "mft").model("m", "M", "X", true).scores("m", "mft", 10, 20);
        OverallIntervals intervals = new OverallIntervals(SmallPeriod.edition(period.build()), MFT);
        assertThat(intervals.resampled()).isFalse();
        assertThat(intervals.of("m")).isEqualTo(new Interval(48, 52, 0.9));
    }

    @Test
    void theRecognizersErrorWidensTheMeanByWhatItAddsToTheValues() {
        // Bounds 8–12, 28–32, 48–52, 68–72, 88–92 become 0–18, 18–38, 38–58, 58–78, 78–98: means of the bounds 38.4 and
        // 58.
        SmallPeriod period = new SmallPeriod("2026-11", "mft")
                .model("m", "M", "X", true)
                .scores("m", "mft", 10, 20)
                .recognizerError("mft", 10, 6);
        OverallIntervals intervals = new OverallIntervals(SmallPeriod.edition(period.build()), MFT);
        assertThat(intervals.erring()).isTrue();
        assertThat(intervals.of("m").low()).isEqualTo(38.4, within(1e-9));
        assertThat(intervals.of("m").high()).isEqualTo(58, within(1e-9));
    }

    @Test
    void resampledMeansAreWidenedTheSame() {
        SmallPeriod period =
                new SmallPeriod("2026-11", "mft").model("m", "M", "X", true).scores("m", "mft", 40, 0);
        for (int i = 0; i < 20; i++) {
            period.item("q" + i, "mft", "?").label("m", "q" + i, i % 2 == 0 ? "++..." : "...++");
        }
        period.recognizerError("mft", 10, 6);
        Interval interval = new OverallIntervals(SmallPeriod.edition(period.build()), MFT).of("m");
        assertThat(interval.low()).isEqualTo(30, within(1e-9));
        assertThat(interval.high()).isEqualTo(46, within(1e-9));
    }

    @Test
    void oneDimensionWithoutABoundLeavesTheMeanWithoutOne() {
        SmallPeriod period = new SmallPeriod("2026-11", "mft")
                .model("m", "M", "X", true)
                .scores("m", "mft", 10, 20)
                .without("m", "mft", "care");
        assertThat(new OverallIntervals(SmallPeriod.edition(period.build()), MFT).of("m"))
                .isNull();
    }

    @Test
    void valuesThatBalanceEachOtherLeaveTheMeanCertain() {
        // Every item shows two of the five values, only not the same ones: each value is uncertain, the mean is 40 in
        // every draw.
        SmallPeriod period =
                new SmallPeriod("2026-11", "mft").model("m", "M", "X", true).scores("m", "mft", 40, 0);
        for (int i = 0; i < 20; i++) {
            period.item("q" + i, "mft", "?").label("m", "q" + i, i % 2 == 0 ? "++..." : "...++");
        }
        OverallIntervals intervals = new OverallIntervals(SmallPeriod.edition(period.build()), MFT);
        assertThat(intervals.resampled()).isTrue();
        assertThat(intervals.of("m").low()).isEqualTo(40, within(1e-9));
        assertThat(intervals.of("m").high()).isEqualTo(40, within(1e-9));
    }

    @Test
    void valuesThatMoveTogetherLeaveItAsUncertainAsEachOfThem() {
        // All five values shown in 10 of 20 items: the mean is the share of a draw's items of that kind, with standard
        // deviation 100 · sqrt(.25 / 20) = 11.2, so the 90 % interval is about 50 ± 18.
        SmallPeriod period =
                new SmallPeriod("2026-11", "mft").model("m", "M", "X", true).scores("m", "mft", 50, 0);
        for (int i = 0; i < 20; i++) {
            period.item("q" + i, "mft", "?").label("m", "q" + i, i % 2 == 0 ? "+++++" : ".....");
        }
        Interval interval = new OverallIntervals(SmallPeriod.edition(period.build()), MFT).of("m");
        assertThat(interval.low()).isEqualTo(31.6, within(5.0));
        assertThat(interval.high()).isEqualTo(68.4, within(5.0));
    }
}
