package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.snapshot.SystemScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WinRateTest {
    /**
     * One match between fresh players: μ = 29.20547318 and 20.79452682, σ = 7.19481648 (the exact golden vector), so
     * the win rate is Φ(8.41094636 / √(2(17.36111111 + 2·51.76538425))) = Φ(8.41094636 / 15.549397) = Φ(0.540918).
     */
    @Test
    void theFigureByHand() {
        List<List<WinRate.Figure>> figures = WinRate.of(Tables.ofModels("+", "."), TeamStrength.SUM, 1, 7);
        double scale = Math.sqrt(2 * (Math.pow(25.0 / 6, 2) + 2 * Math.pow(7.194816484813345, 2)));
        assertThat(scale).isCloseTo(15.549397, within(1e-6));
        assertThat(figures.get(0).get(0).percent()).isCloseTo(70.572, within(1e-3));
        assertThat(figures.get(0).get(0).percent() + figures.get(1).get(0).percent())
                .isCloseTo(100, within(1e-9));
        assertThat(figures.get(0).get(0).rating().getMean()).isCloseTo(29.205473176557785, within(1e-9));
        assertThat(figures.get(0).get(0).spread()).isNull();
    }

    @Test
    void opposingLosesLikeNotExpressing() {
        assertThat(WinRate.of(Tables.ofModels("+", "."), TeamStrength.SUM, 1, 7))
                .isEqualTo(WinRate.of(Tables.ofModels("+", "-"), TeamStrength.SUM, 1, 7));
    }

    @Test
    void itemsWithOneSideAreSkippedAndModelsWithoutLabelsSitOut() {
        List<List<WinRate.Figure>> plain = WinRate.of(Tables.ofModels("+", "."), TeamStrength.SUM, 1, 7);
        List<List<WinRate.Figure>> more = WinRate.of(Tables.ofModels("+++?", "..+?", "???+"), TeamStrength.SUM, 1, 7);
        List<List<WinRate.Figure>> twice = WinRate.of(Tables.ofModels("++", ".."), TeamStrength.SUM, 1, 7);
        assertThat(more.get(2)).containsExactly((WinRate.Figure) null);
        assertThat(more.subList(0, 2)).isEqualTo(twice).isNotEqualTo(plain);
    }

    @Test
    void nobodyIsRatedWhenAllAgree() {
        assertThat(WinRate.of(Tables.ofModels("++", "++"), TeamStrength.SUM, 3, 7))
                .allSatisfy(row -> assertThat(row).containsExactly((WinRate.Figure) null));
    }

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /** The whole figure through JSkills' factor graph instead of the closed form. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theFactorGraphGivesTheSameFigures(long seed) {
        LabelTable table = Tables.random(15, 5, 2, 2, seed);
        for (TeamStrength teams : TeamStrength.values()) {
            List<List<WinRate.Figure>> graph =
                    WinRate.of(table, new Scoring(2, 0, 0.9, teams, ResampledUnit.ITEM, 0, RatingMethod.JSKILLS), seed);
            List<List<WinRate.Figure>> closed = WinRate.of(table, teams, 2, seed);
            for (int m = 0; m < 5; m++) {
                for (int d = 0; d < 2; d++) {
                    assertThat(closed.get(m).get(d).percent())
                            .isCloseTo(graph.get(m).get(d).percent(), within(1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figuresDependOnTheSeedAloneAndLieInRange(long seed) {
        LabelTable table = Tables.random(60, 6, 2, 1, seed);
        List<List<WinRate.Figure>> figures = WinRate.of(table, TeamStrength.MEAN, 4, seed);
        assertThat(figures).isEqualTo(WinRate.of(table, TeamStrength.MEAN, 4, seed));
        for (int d = 0; d < 2; d++) {
            double sum = 0;
            for (List<WinRate.Figure> row : figures) {
                assertThat(row.get(d).percent()).isBetween(0.0, 100.0);
                assertThat(row.get(d).spread()).isGreaterThan(0);
                sum += row.get(d).percent();
            }
            assertThat(sum / 6).as("every win is somebody's loss").isCloseTo(50, within(1e-9));
        }
    }

    /** Models that express a value at rates of 1/9 … 8/9 come out in about that order, however teams are weighed. */
    @ParameterizedTest
    @EnumSource
    void knownRatesAreRecovered(TeamStrength teams) {
        List<List<WinRate.Figure>> figures = WinRate.of(Tables.random(400, 8, 1, 1, 5), teams, 5, 5);
        double[] percents =
                figures.stream().mapToDouble(row -> row.get(0).percent()).toArray();
        double[] rates = IntStream.rangeClosed(1, 8).asDoubleStream().toArray();
        assertThat(new SpearmansCorrelation().correlation(percents, rates)).isGreaterThan(0.95);
    }

    /** Thirty deviations are more than the library can do, and a run is not lost for it. */
    @Test
    void anUpsetBeyondTheFactorGraphIsRatedInClosedForm() {
        double[][] means = {{0, 200}, {0, 200}};
        double[][] variances = {{1, 1}, {1, 1}};
        new FactorGraphUpdate(WinRate.GAME, TeamStrength.MEAN).apply(new int[] {0, 1}, 1, means[0], variances[0]);
        new TwoTeamUpdate(WinRate.GAME, TeamStrength.MEAN).apply(new int[] {0, 1}, 1, means[1], variances[1]);
        assertThat(means[0]).isEqualTo(means[1]);
        assertThat(variances[0]).isEqualTo(variances[1]);
    }

    @Test
    void theOrderInWhichThingsStandInTheTableDoesNotMatter() {
        LabelTable table = Tables.random(30, 5, 3, 2, 11);
        List<String> items = new ArrayList<>(table.items());
        List<String> models = new ArrayList<>(table.models());
        Collections.shuffle(items, new Random(1));
        Collections.shuffle(models, new Random(2));
        LabelTable shuffled = new LabelTable("toy", table.dimensions(), items, models, 2);
        for (int i = 0; i < items.size(); i++) {
            for (int m = 0; m < models.size(); m++) {
                for (int s = 0; s < 2; s++) {
                    shuffled.set(
                            i,
                            m,
                            s,
                            table.row(
                                    table.items().indexOf(items.get(i)),
                                    table.models().indexOf(models.get(m)),
                                    s));
                }
            }
        }
        Scoring scoring = new Scoring(3, 50, 0.9, TeamStrength.MEAN);
        assertThat(SystemScores.of(shuffled, scoring, 3)).isEqualTo(SystemScores.of(table, scoring, 3));
    }

    @Test
    void thereIsNoFigureWithoutAnOrder() {
        assertThatThrownBy(() -> WinRate.of(Tables.ofModels("+", "."), TeamStrength.SUM, 0, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
