package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reliability against published figures, R's package psych 2.2.9, and simulated models whose reliability is known. */
class ReliabilityTest {
    /** Shrout and Fleiss (1979, Psychological Bulletin 86, table 2): four judges rate six targets from 1 to 10. */
    private static final int[][] JUDGED = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    /** Their table 4: ICC(3,4) = .91, which is Cronbach's α; psych: alpha(x) .9093155 and alpha.ci(…, p.val = .1) .74 to .98. */
    @Test
    void ofJudgesIsAsShroutAndFleissPrintIt() {
        Reliability judged = Reliability.of(TopicShares.of(counts(JUDGED, 10), 0), 0.9);
        assertThat(judged.coefficient()).isCloseTo(0.9093155, within(1e-7));
        assertThat(judged.interval().low()).isCloseTo(0.7368977, within(1e-6));
        assertThat(judged.interval().high()).isCloseTo(0.9803661, within(1e-6));
        // sd(rowMeans(x)) · √(1 − α), in hundredths of the ten points of the scale.
        assertThat(judged.standardError()).isCloseTo(5.0483771, within(1e-6));
        assertThat(judged.models()).isEqualTo(6);
        assertThat(judged.topics()).isEqualTo(4);
        assertThat(judged.grade()).isEqualTo(Grade.PASS);
    }

    /** The mean over the three ways to halve four judges: r = .8556018, ρ = .9324290, and 2r/(1 + r) = .9221825 (R). */
    @Test
    void halvesOfTheJudgesAgreeAsRFindsThem() {
        SplitHalves halves = SplitHalves.of(TopicShares.of(counts(JUDGED, 10), 0), 7, "halves");
        assertThat(halves.splits()).isEqualTo(100);
        assertThat(halves.correlation()).isCloseTo(0.8556, within(0.01));
        assertThat(halves.reliability()).isCloseTo(0.9222, within(0.006));
        assertThat(halves.rankCorrelation()).isCloseTo(0.9324, within(0.01));
    }

    @Test
    void spearmanAndBrownTellLengths() {
        assertThat(Reliability.lengthened(0.5, 2)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Reliability.needed(20, 0.5, 0.8)).isEqualTo(80);
        assertThat(Reliability.needed(20, 0.8, 0.8)).isEqualTo(20);
        assertThat(Reliability.needed(20, 0.9, 0.8)).isEqualTo(9);
        assertThat(Reliability.needed(20, 0, 0.8)).isNull();
    }

    /** With unequal topics and gaps, the coefficient still foretells how well scores follow the truth: r² with true rates. */
    @Test
    void coefficientIsTheSquaredCorrelationWithTheTruth() {
        Random random = new Random(11);
        int models = 400;
        int topics = 30;
        double[] truth = IntStream.range(0, models)
                .mapToDouble(m -> 0.5 + 0.08 * random.nextGaussian())
                .toArray();
        List<String> items = Tables.names("q", 3 * topics);
        List<String> units = IntStream.range(0, items.size())
                .mapToObj(i -> "t" + i * i / 271)
                .toList();
        LabelTable table = new LabelTable("toy", List.of("v"), items, Tables.names("m", models), 1, units);
        double[] scores = new double[models];
        for (int m = 0; m < models; m++) {
            String topic = "";
            double lean = 0;
            int n = 0;
            for (int i = 0; i < items.size(); i++) {
                lean = units.get(i).equals(topic) ? lean : 0.15 * random.nextGaussian();
                topic = units.get(i);
                boolean shows = random.nextDouble() < truth[m] + lean;
                if (random.nextInt(20) > 0) {
                    table.set(i, m, 0, shows ? "+" : ".");
                    scores[m] += shows ? 1 : 0;
                    n++;
                }
            }
            scores[m] /= n;
        }
        double r = new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(truth, scores);
        Reliability told = Reliability.of(TopicShares.of(table, 0), 0.9);
        assertThat(told.coefficient()).isCloseTo(r * r, within(0.06));
        assertThat(told.interval().low()).isLessThan(r * r + 0.03);
    }

    @Test
    void chanceAloneIsNotReliable() {
        Random random = new Random(3);
        int[][] noise = IntStream.range(0, 60)
                .mapToObj(
                        m -> IntStream.range(0, 40).map(t -> random.nextInt(2)).toArray())
                .toArray(int[][]::new);
        Reliability told = Reliability.of(TopicShares.of(counts(noise, 1), 0), 0.9);
        assertThat(told.coefficient()).isBetween(-0.4, 0.4);
        assertThat(told.grade()).isEqualTo(Grade.FAIL);
    }

    @Test
    void whatCannotBeToldIsNull() {
        assertThat(Reliability.of(TopicShares.of(counts(new int[][] {{1, 2, 3}}, 3), 0), 0.9))
                .isNull();
        assertThat(Reliability.of(TopicShares.of(counts(new int[][] {{1}, {2}}, 3), 0), 0.9))
                .isNull();
        Reliability alike = Reliability.of(TopicShares.of(counts(new int[][] {{1, 2}, {1, 2}}, 3), 0), 0.9);
        assertThat(alike.coefficient()).isNull();
        assertThat(alike.itemsNeeded()).isNull();
        assertThat(alike.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(SplitHalves.of(TopicShares.of(counts(new int[][] {{1, 2}, {1, 2}, {1, 2}}, 3), 0), 1, "x"))
                .isNull();
    }

    /** A model of one topic is told nothing of, and neither is what it alone was scored on. */
    @Test
    void topicOfAModelThatIsLeftOutIsLeftOutToo() {
        Reliability sparse =
                Reliability.of(TopicShares.of(Tables.ofModels("+.+??", "..+??", "+++??", "???+?"), 0), 0.9);
        Reliability dense = Reliability.of(TopicShares.of(Tables.ofModels("+.+", "..+", "+++"), 0), 0.9);
        assertThat(sparse).isEqualTo(dense);
        assertThat(sparse.topics()).isEqualTo(3);
        assertThat(sparse.items()).isEqualTo(3);
    }

    /** A model and a topic for each row and column: so many of the samples express the value. */
    static LabelTable counts(int[][] counts, int samples) {
        List<String> items = Tables.names("q", counts[0].length);
        LabelTable table = new LabelTable("toy", List.of("v"), items, Tables.names("m", counts.length), samples);
        for (int m = 0; m < counts.length; m++) {
            for (int i = 0; i < counts[m].length; i++) {
                for (int s = 0; s < samples; s++) {
                    table.set(i, m, s, s < counts[m][i] ? "+" : ".");
                }
            }
        }
        return table;
    }
}
