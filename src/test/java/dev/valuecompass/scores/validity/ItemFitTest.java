package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The Rasch model and what categories do, against R 4.2.2. */
class ItemFitTest {
    /**
     * Joint maximum likelihood is a logistic regression on models and items: R's {@code glm(y ~ 0 + model + item, binomial)},
     * and infit mean squares from its fitted chances.
     */
    @Test
    void difficultiesAndInfitAreThoseOfALogisticRegression() {
        RaschModel rasch = RaschModel.of(
                Tables.ofModels(shown(
                        "11010110",
                        "10010100",
                        "11110111",
                        "01011010",
                        "11100110",
                        "00010100",
                        "11011110",
                        "10110010",
                        "01110101",
                        "11010010")),
                0);
        double[] infit = {1.0095142, 0.6417653, 1.0300887, 1.3239470, 1.3520833, 1.2459834, 0.8106634, 0.7883940};
        double[] difficulties = {
            -0.6925212, -0.6925212, 0.8558190, -2.2512708, 2.0827683, -0.6925212, -0.6925212, 2.0827683
        };
        for (int i = 0; i < infit.length; i++) {
            assertThat(rasch.infit()[i]).as("infit of %d", i).isCloseTo(infit[i], within(1e-3));
            assertThat(rasch.difficulties()[i]).as("difficulty of %d", i).isCloseTo(difficulties[i], within(2e-3));
        }
    }

    private static String[] shown(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.replace('1', '+').replace('0', '.'))
                .toArray(String[]::new);
    }

    /** Items that follow the model fit it, and one that is answered by lot does not. */
    @Test
    void itemThatFollowsSomethingElseMisfits() {
        Random random = new Random(2);
        int items = 40;
        LabelTable table = new LabelTable("toy", List.of("v"), Tables.names("q", items), Tables.names("m", 90), 1);
        for (int m = 0; m < 90; m++) {
            double tendency = 1.5 * random.nextGaussian();
            for (int i = 0; i < items; i++) {
                double chance = i == 0 ? 0.5 : 1 / (1 + Math.exp(i % 5 * 0.5 - 1 - tendency));
                table.set(i, m, 0, random.nextDouble() < chance ? "+" : ".");
            }
        }
        double[] infit = RaschModel.of(table, 0).infit();
        assertThat(infit[0]).isGreaterThan(1.3);
        assertThat(Arrays.stream(infit).skip(1).average().orElseThrow()).isCloseTo(1, within(0.05));
        ItemDiagnostics told = ItemDiagnostics.of(List.of(0.0, 1.0, 0.5), List.of(-0.1, 0.2), infit);
        assertThat(told.power()).isEqualTo(0.5);
        assertThat(told.dead()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(told.against()).isEqualTo(0.5);
        assertThat(told.fitted()).isEqualTo(items);
        assertThat(told.misfit()).isBetween(1.0 / items, 0.2);
    }

    @Test
    void whatAllOrNoneShowIsLeftOut() {
        RaschModel rasch = RaschModel.of(Tables.ofModels("+.+.", "+..+", "++.."), 0);
        assertThat(rasch.infit()[0]).isNaN();
        assertThat(ItemDiagnostics.of(List.of(), List.of(), new double[] {Double.NaN})
                        .misfit())
                .isNull();
        assertThat(RaschModel.of(Tables.ofModels("++", ".."), 0).infit()).containsOnly(Double.NaN);
    }

    /** R: {@code anova(lm(y ~ model * category + topic))}, topics in categories, answers in quarters. */
    @Test
    void interactionIsThatOfAnAnalysisOfVariance() {
        TopicShares shares = TopicShares.of(
                ReliabilityTest.counts(
                        new int[][] {{4, 3, 4, 1, 0, 1}, {3, 2, 2, 2, 1, 3}, {1, 1, 0, 3, 4, 4}, {2, 2, 1, 2, 3, 1}},
                        4),
                0);
        TopicConditions equal = TopicConditions.of(shares, m -> "m" + m, t -> t < 3 ? "a" : "b", 0.9);
        assertThat(equal.f()).isCloseTo(16.4, within(1e-9));
        assertThat(equal.p()).isCloseTo(0.000152, within(1e-6));
        assertThat(equal.categories()).containsExactly("a", "b");
        assertThat(equal.rows()).hasSize(4);
        assertThat(equal.rows().get(0).conformity().get(0)).isCloseTo(1100.0 / 12, within(1e-9));
        assertThat(equal.rows().get(0).low().get(0)).isBetween(40.0, 90.0);
        TopicConditions unequal = TopicConditions.of(shares, m -> "m" + m, t -> t < 2 ? "a" : "b", 0.9);
        assertThat(unequal.f()).isCloseTo(1.55102, within(1e-5));
        assertThat(unequal.p()).isCloseTo(0.25231, within(1e-5));
        assertThat(TopicConditions.of(shares, m -> "m" + m, t -> t < 1 ? "a" : "b", 0.9))
                .as("a category of one topic says nothing about how topics differ")
                .isNull();
    }

    @Test
    void topicThatAModelDidNotAnswerIsLeftOut() {
        LabelTable table = Tables.ofModels("++..+.", "+.+.+?", ".+.++.");
        TopicConditions told =
                TopicConditions.of(TopicShares.of(table, 0), m -> "m" + m, t -> t % 2 == 0 ? "a" : "b", 0.9);
        assertThat(told.topics()).isEqualTo(5);
        assertThat(IntStream.range(0, 2).mapToObj(told.categories()::get)).containsExactly("a", "b");
    }
}
