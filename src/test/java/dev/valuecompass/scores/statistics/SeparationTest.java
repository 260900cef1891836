package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.Tables;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.statistics.Separation.RankGroup;
import dev.valuecompass.scores.statistics.Separation.RankInterval;
import dev.valuecompass.scores.statistics.Separation.ResampledScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
    private static final Scoring SCORING = new Scoring(1, 400, 0.9, TeamStrength.MEAN);

    /** By hand, and as R: p.adjust(c(.01, .04, .03, .005), "holm") = .03, .06, .06, .02. */
    @Test
    void holmsCorrection() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjusted(new double[] {0.6, 0.9})).containsExactly(1, 1);
    }

    /**
     * Differences drawn 8, 10, 12: standard error 2, for 100 items 2 · √(100/99), so a difference of 3.92 is t = 1.9502 with
     * 99 degrees of freedom and p = 0.05398 (R: 2 * pt(-1.9502, 99)).
     */
    @Test
    void differenceOverItsStandardError() {
        ResampledScore one = new ResampledScore("a", 13.92, new double[] {18, 20, 22});
        ResampledScore other = new ResampledScore("b", 10, new double[] {10, 10, 10});
        assertThat(Separation.p(one, other, 100)).isCloseTo(0.05398, within(1e-4));
        ResampledScore far = new ResampledScore("far", 30, one.draws());
        assertThat(Separation.p(far, other, 3)).as("three items: 2 / 2³").isEqualTo(0.25);
        assertThat(Separation.p(one, one, 100)).isEqualTo(1);
    }

    /**
     * Draws of a: 10, 14, 12, of b: 12, 10, 11, of c: 0, 0, 0. a and b differ by 1 with a standard error above 3: a group of
     * two, and either may be first; the tests of c have p below 1e-9.
     */
    @Test
    void ranksGroupsAndVerdict() {
        Separation found = Separation.of(
                List.of(
                        new ResampledScore("c", 0, new double[] {0, 0, 0}),
                        new ResampledScore("b", 11, new double[] {12, 10, 11}),
                        new ResampledScore("a", 12, new double[] {10, 14, 12})),
                100);
        assertThat(found.places())
                .containsExactly(
                        new RankInterval("a", 12, 1, 2, List.of(new RankGroup(1, 2))),
                        new RankInterval("b", 11, 1, 2, List.of(new RankGroup(1, 2))),
                        new RankInterval("c", 0, 3, 3, List.of(new RankGroup(3, 3))));
        assertThat(found.groups()).containsExactly(new RankGroup(1, 2), new RankGroup(3, 3));
        assertThat(found.verdict()).isEqualTo("The first two cannot be told apart by their means.");
    }

    @Test
    void theVerdictFollowsFromTheLabels() {
        String half = "+.".repeat(50);
        assertThat(Separation.of(Tables.ofModels(half, half, half), SCORING, 1).verdict())
                .isEqualTo("No two of the models can be told apart by their means.");
        assertThat(Separation.of(Tables.ofModels("+".repeat(100), half), SCORING, 1)
                        .verdict())
                .isEqualTo("The first is told apart from the second.");
        assertThat(Separation.of(Tables.ofModels("++", ".."), SCORING, 1).verdict())
                .as("two items tell nothing")
                .startsWith("No two");
        assertThat(Separation.of(Tables.ofModels("++"), SCORING, 1).verdict()).isEmpty();
        assertThat(Separation.of(Tables.ofModels("++", "??"), SCORING, 1).places())
                .hasSize(1);
    }

    /** Pairs on the same items: 90 and 80 of 100, where one model expresses all that the other does, are apart. */
    @Test
    void differencesArePaired() {
        String more = "+".repeat(90) + ".".repeat(10);
        String less = "+".repeat(80) + ".".repeat(20);
        assertThat(Separation.of(Tables.ofModels(more, less), SCORING, 1).groups())
                .containsExactly(new RankGroup(1, 1), new RankGroup(2, 2));
    }
}
