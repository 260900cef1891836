package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.Tables;
import dev.valuecompass.scores.TeamStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, design effects and tests where items come in topics, as evolved ones do. */
class ClusteredIntervalTest {
    private static final int WORLDS = 400;

    /** Items of a topic share its rate, drawn from a beta distribution: ρ is the correlation of two answers on one topic. */
    private static double rate(double mean, double rho, Random random) {
        double size = 1 / rho - 1;
        double x = gamma(mean * size, random);
        return x / (x + gamma((1 - mean) * size, random));
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Topics of an adaptive round are of unequal sizes: from none to {@code most} evolved items beside the starting one. */
    private static LabelTable evolved(
            int topics, int most, double mean, double rho, int models, boolean known, Random r) {
        List<String> units = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int t = 0; t < topics; t++) {
            int items = 1 + r.nextInt(most + 1);
            double[] rates = new double[models];
            for (int m = 0; m < models; m++) {
                rates[m] = rate(mean, rho, r);
            }
            for (int i = 0; i < items; i++) {
                StringBuilder row = new StringBuilder();
                for (int m = 0; m < models; m++) {
                    row.append(r.nextDouble() < rates[m] ? '+' : '.');
                }
                units.add(known ? "t" + t : "i" + rows.size());
                rows.add(row.toString());
            }
        }
        LabelTable table = new LabelTable(
                "toy", List.of("v"), Tables.names("q", rows.size()), Tables.names("m", models), 1, units);
        for (int i = 0; i < rows.size(); i++) {
            for (int m = 0; m < models; m++) {
                table.set(i, m, 0, rows.get(i).substring(m, m + 1));
            }
        }
        return table;
    }

    @ParameterizedTest
    @CsvSource({
        "12, 9, 0.5, 0.4",
        "12, 4, 0.3, 0.3",
        "25, 9, 0.5, 0.5",
        "25, 4, 0.7, 0.3",
        "60, 9, 0.3, 0.4",
        "60, 2, 0.6, 0.5"
    })
    void intervalsOfEvolvedSetsHoldTheTruthAsOftenAsTheySay(int topics, int most, double mean, double rho) {
        Random random = new Random(31);
        int held = 0;
        int heldByItems = 0;
        for (int world = 0; world < WORLDS; world++) {
            Random same = new Random(random.nextLong());
            long seed = same.nextLong();
            LabelTable table = evolved(topics, most, mean, rho, 1, true, new Random(seed));
            LabelTable single = evolved(topics, most, mean, rho, 1, false, new Random(seed));
            held += holds(table, mean, world);
            heldByItems += holds(single, mean, world);
        }
        assertThat(held / (double) WORLDS).isBetween(0.85, 0.96);
        assertThat(heldByItems).as("items alone are too sure").isLessThan(held);
    }

    private static int holds(LabelTable table, double mean, long seed) {
        Interval interval = new ItemBootstrap(table, 200, seed).interval(0, 0, 0.9);
        return interval.low() <= 100 * mean && 100 * mean <= interval.high() ? 1 : 0;
    }

    /** Equal models on evolved items: with sixty topics hardly more than five boards of a hundred tell any two of them apart. */
    @Test
    void equalModelsAreSeldomToldApartOnEvolvedItems() {
        Scoring scoring = new Scoring(1, 200, 0.9, TeamStrength.MEAN);
        Random random = new Random(5);
        int told = 0;
        int worlds = 200;
        for (int world = 0; world < worlds; world++) {
            LabelTable table = evolved(60, 7, 0.5, 0.5, 5, true, new Random(random.nextLong()));
            told += Separation.of(table, scoring, world).groups().size() > 1 ? 1 : 0;
        }
        assertThat(told / (double) worlds).isLessThanOrEqualTo(0.05 + 2 * Math.sqrt(0.05 * 0.95 / worlds));
    }

    /**
     * Six answers, + + on one topic, . . on the second, + . on the third: share 1/2, the topics have 1, −1 and 0 above it,
     * so the variance is 2 · 3/2 / 36 = 1/12. Six independent answers have 1/4 / 5 = 1/20: a design effect of 5/3.
     */
    @Test
    void theDesignEffectByHand() {
        LabelTable table = new LabelTable(
                "toy", List.of("v"), Tables.names("q", 6), List.of("m"), 1, List.of("a", "a", "b", "b", "c", "c"));
        String labels = "++..+.";
        for (int i = 0; i < 6; i++) {
            table.set(i, 0, 0, labels.substring(i, i + 1));
        }
        assertThat(new ItemBootstrap(table, 10, 1).designEffect(0, 0)).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(new ItemBootstrap(Tables.ofModels("++..+."), 10, 1).designEffect(0, 0))
                .as("independent answers")
                .isCloseTo(1, within(1e-12));
        assertThat(new ItemBootstrap(Tables.ofModels("++++++"), 10, 1).designEffect(0, 0))
                .as("nothing differs")
                .isNull();
    }

    /** One topic tells nothing about topics. */
    @Test
    void itemsOfOneTopicHaveNoInterval() {
        LabelTable table = new LabelTable("toy", List.of("v"), List.of("q1", "q2"), List.of("m"), 1, List.of("t", "t"));
        table.set(0, 0, 0, "+");
        table.set(1, 0, 0, ".");
        assertThat(new ItemBootstrap(table, 10, 1).interval(0, 0, 0.9)).isNull();
    }

    /** Where no item has company, the same chance gives the same figures as before there were topics. */
    @Test
    void topicsOfOneItemChangeNothing() {
        LabelTable items = Tables.random(40, 3, 2, 2, 9);
        LabelTable topics =
                new LabelTable("toy", items.dimensions(), items.items(), items.models(), 2, Tables.names("t", 40));
        for (int i = 0; i < 40; i++) {
            for (int m = 0; m < 3; m++) {
                for (int s = 0; s < 2; s++) {
                    topics.set(i, m, s, items.row(i, m, s));
                }
            }
        }
        assertThat(new ItemBootstrap(topics, 100, 3).interval(1, 1, 0.9))
                .isEqualTo(new ItemBootstrap(items, 100, 3).interval(1, 1, 0.9));
    }
}
