package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.validity.ReaderShare.Components;
import dev.valuecompass.scores.validity.ReaderShare.Design;
import dev.valuecompass.scores.validity.ReaderShare.DoubleReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much of what a value tells comes from who reads. */
class ReaderShareTest {
    private static final String SEEN = "110100101110";
    private static final String SHOWN = "100101101111";

    /** Three models, four answers each on topics of their own. */
    private static List<DoubleReading> worked() {
        List<DoubleReading> readings = new ArrayList<>();
        for (int answer = 0; answer < SEEN.length(); answer++) {
            readings.add(
                    new DoubleReading(answer / 4, answer, 1, SEEN.charAt(answer) == '1', SHOWN.charAt(answer) == '1'));
        }
        return readings;
    }

    private static double[] once(int topics) {
        double[] once = new double[topics];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * The figures are of R 4.2.2: the mean squares of {@code anova(lm(y ~ m + a + r + m:r))}, answers a nested in models m and
     * crossed with readers r, put into the expected mean squares of the random-effects design (Brennan 2001, chapter 5).
     */
    @Test
    void componentsAreThoseOfTheAnalysisOfVarianceInR() {
        Components told = new Design(worked()).components(once(12));
        assertThat(told.model()).isCloseTo(0.01388888889, within(1e-10));
        assertThat(told.answer()).isCloseTo(0.11111111111, within(1e-10));
        assertThat(told.reader()).isCloseTo(-0.01041666667, within(1e-10));
        assertThat(told.modelReader()).isCloseTo(0.01041666667, within(1e-10));
        assertThat(told.rest()).isCloseTo(0.125, within(1e-10));
        // (.010417 + .125/40) / (.013889 + .111111/40 + .010417 + .125/40)
        assertThat(ReaderShare.ofScores(told, 40)).isCloseTo(0.448276, within(1e-6));
    }

    /** Both see it in 6 of 12 answers, neither in 3: observed agreement .75, by chance .528, so κ is .471. */
    @Test
    void ofLabelsIsWhatKappaLeaves() {
        Design design = new Design(worked());
        assertThat(design.disagreement(once(12))).isCloseTo(1 - 0.4705882, within(1e-6));
        assertThat(design.above(once(12))).isCloseTo(-100 / 12.0, within(1e-9));
    }

    /** An answer that stands for two counts as the same answer twice. */
    @Test
    void anAnswerWeighsAsManyAsItStandsFor() {
        List<DoubleReading> twice = new ArrayList<>(worked());
        twice.add(twice.get(1));
        List<DoubleReading> weighed = new ArrayList<>(worked());
        weighed.set(1, new DoubleReading(0, 1, 2, true, false));
        assertThat(new Design(weighed).components(once(12))).isEqualTo(new Design(twice).components(once(12)));
        assertThat(new Design(weighed).disagreement(once(12)))
                .isEqualTo(new Design(twice).disagreement(once(12)))
                .isGreaterThan(new Design(worked()).disagreement(once(12)));
    }

    /**
     * Labels drawn from known chances: a model shows the value at p = .3 to .7; a reader who errs alike in all models sees 8 of 10
     * of what is shown and 2 of 10 of what is not; another one also has a liking for some models. Of the differences between scores
     * from 100 answers, the reader's share follows from the variances of the chances.
     */
    @Test
    void knownSharesComeBack() {
        for (double liking : new double[] {0, 0.15}) {
            Random random = new Random(5);
            double mean = 0;
            int boards = 40;
            int held = 0;
            double expected = expected(liking);
            for (int board = 0; board < boards; board++) {
                List<DoubleReading> readings = new ArrayList<>();
                for (int m = 0; m < 20; m++) {
                    for (int t = 0; t < 60; t++) {
                        boolean shown = random.nextDouble() < p(m);
                        double seeing = (shown ? 0.8 : 0.2) + liking(m, liking);
                        readings.add(new DoubleReading(m, t * 20 + m, 1, random.nextDouble() < seeing, shown));
                    }
                }
                ReaderShare told = ReaderShare.of(readings, 100, 0.9, board, "x");
                mean += told.ofScores().score() / boards;
                held += told.ofScores().interval().low() <= expected
                                && expected <= told.ofScores().interval().high()
                        ? 1
                        : 0;
            }
            assertThat(mean).as("liking " + liking).isCloseTo(expected, within(0.02));
            assertThat(held).as("liking " + liking).isBetween(32, 40);
        }
    }

    private static double p(int model) {
        return 0.3 + 0.4 * (model % 10) / 9;
    }

    /** Of every other model the reader sees more, of the others less; half of the models of each tendency. */
    private static double liking(int model, double liking) {
        return model < 10 ? liking : -liking;
    }

    /** By the variances of the 20 models, which stand for themselves, with n − 1 as the components of chance have. */
    private static double expected(double liking) {
        double model = 0;
        double modelReader = 0;
        double answer = 0;
        double rest = 0;
        double slope = 0.6;
        for (int m = 0; m < 20; m++) {
            double q = p(m) - 0.5;
            // Covariance of what people see and what the reader sees, over the models.
            model += slope * q * q / 19;
            // Half of the variance of the difference between both, over the models.
            double off = (slope - 1) * q + liking(m, liking);
            modelReader += off * off / 2 / 19;
            double within = p(m) * (1 - p(m));
            double seen = 0.2 + slope * p(m) + liking(m, liking);
            answer += slope * within / 20;
            rest += (within + seen * (1 - seen) - 2 * slope * within) / 2 / 20;
        }
        return (modelReader + rest / 100) / (model + answer / 100 + modelReader + rest / 100);
    }

    @Test
    void withTooFewLabelsNothingIsTold() {
        assertThat(ReaderShare.of(worked(), 100, 0.9, 1, "x")).isNull();
    }
}
