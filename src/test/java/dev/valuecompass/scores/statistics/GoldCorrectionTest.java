package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldCell;
import dev.valuecompass.scores.statistics.GoldCorrection.GoldLabel;
import dev.valuecompass.scores.statistics.GoldCorrection.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldCorrectionTest {
    private static final int MODELS = 10;
    private static final int VALUES = 6;
    private static final int ITEMS = 200;

    /** What came of simulated worlds. */
    private record Outcome(double coverage, double width, double error, double rawError) {}

    /** A reader of these rates reads models of known levels; people label so many answers a value. */
    private static Outcome worlds(int worlds, int labels, double sensitivity, double specificity) {
        Random random = new Random(7);
        int held = 0;
        int made = 0;
        double widths = 0;
        double errors = 0;
        double raw = 0;
        for (int world = 0; world < worlds; world++) {
            double[][] truth = new double[VALUES][MODELS];
            List<List<GoldCell>> system = new ArrayList<>();
            for (double[] value : truth) {
                List<GoldCell> cells = new ArrayList<>();
                for (int m = 0; m < MODELS; m++) {
                    value[m] = 0.1 + 0.8 * random.nextDouble();
                    cells.add(cell(value[m], labels / MODELS, sensitivity, specificity, random));
                }
                system.add(cells);
            }
            List<List<Level>> levels = GoldCorrection.of(system);
            for (int v = 0; v < VALUES; v++) {
                for (int m = 0; m < MODELS; m++) {
                    Level level = levels.get(v).get(m);
                    Interval interval = level.interval(0.9);
                    double target = 100 * truth[v][m];
                    made++;
                    held += interval.low() <= target && target <= interval.high() ? 1 : 0;
                    widths += interval.high() - interval.low();
                    errors += Math.abs(level.level() - target);
                    raw += Math.abs(100.0
                                    * IntStream.of(system.get(v).get(m).expressed())
                                            .sum()
                                    / ITEMS
                            - target);
                }
            }
        }
        return new Outcome((double) held / made, widths / made, errors / made, raw / made);
    }

    private static GoldCell cell(double rate, int labels, double sensitivity, double specificity, Random random) {
        int[] scored = new int[ITEMS];
        int[] expressed = new int[ITEMS];
        List<GoldLabel> all = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            boolean shown = random.nextDouble() < rate;
            boolean seen = random.nextDouble() < (shown ? sensitivity : 1 - specificity);
            scored[i] = 1;
            expressed[i] = seen ? 1 : 0;
            all.add(new GoldLabel((double) ITEMS / labels, shown, seen));
        }
        Collections.shuffle(all, random);
        return new GoldCell(scored, expressed, 0, List.copyOf(all.subList(0, labels)));
    }

    @Test
    void intervalsHoldTheTruthWithAHundredLabelsAValue() {
        Outcome usual = worlds(60, 100, 0.75, 0.7);
        System.out.println(usual + " " + worlds(60, 100, .65, .65) + " " + worlds(60, 100, .9, .9));
        assertThat(usual.coverage()).isBetween(0.85, 0.95);
        assertThat(usual.error()).isLessThan(usual.rawError());
    }

    @Test
    void widthFallsWithLabels() {
        Outcome few = worlds(20, 50, 0.75, 0.7);
        Outcome more = worlds(20, 200, 0.75, 0.7);
        assertThat(more.width()).isLessThan(0.8 * few.width());
        assertThat(more.coverage()).isBetween(0.85, 0.95);
    }

    @Test
    void aReaderThatSeesNothingLeavesWhatPeopleSay() {
        assertThat(worlds(30, 200, 0.5, 0.5).coverage()).isBetween(0.85, 0.95);
    }

    @Test
    void aPerfectReaderIsHardlyMoved() {
        Outcome perfect = worlds(10, 100, 1, 1);
        assertThat(perfect.error()).isLessThan(4);
        assertThat(perfect.width()).isLessThan(16);
    }

    private static List<GoldLabel> labels(int n, boolean shown, boolean seen) {
        return Collections.nCopies(n, new GoldLabel(5, shown, seen));
    }

    /** What was scored by rule is no reading: of 100 answers 50 are refusals, and of the others people see half. */
    @Test
    void refusalsStayWhatTheyAre() {
        List<GoldLabel> gold = new ArrayList<>(labels(20, true, true));
        gold.addAll(labels(20, false, false));
        GoldCell cell = new GoldCell(new int[] {25, 25}, new int[] {12, 13}, 50, gold);
        assertThat(GoldCorrection.of(List.of(List.of(cell))).get(0).get(0).level())
                .isCloseTo(75, within(0.5));
    }

    @Test
    void withTooFewLabelsNothingIsCorrected() {
        GoldCell enough = new GoldCell(new int[] {25, 25}, new int[] {12, 13}, 0, labels(20, true, true));
        GoldCell few = new GoldCell(new int[] {25, 25}, new int[] {12, 13}, 0, labels(19, true, true));
        assertThat(GoldCorrection.of(List.of(List.of(enough), List.of(few)))).isEmpty();
    }
}
