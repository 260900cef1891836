package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.validity.Conditions.Asked;
import dev.valuecompass.scores.validity.Conditions.Condition;
import dev.valuecompass.scores.validity.Conditions.OfKind;
import dev.valuecompass.scores.validity.Conditions.OfSystem;
import dev.valuecompass.scores.validity.Conditions.OfValue;
import dev.valuecompass.scores.validity.CrossedDesign.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Variance over models, items, conditions and repetitions, and how far verdicts stay under another wording. */
class ConditionsTest {
    /**
     * y = (7m + 5i + 3c + 11r + 2mi + 5mc + 7ic + 3mic) mod 13 for 3 models, 4 items, 3 conditions, 2 repetitions. The figures
     * are of R 4.2.2: the mean squares of {@code anova(lm(y ~ m*i*c))}, put into the expected mean squares of the random-effects
     * design (Brennan 2001, table 3.2).
     */
    @Test
    void componentsAreThoseOfTheAnalysisOfVarianceInR() {
        assertThat(new CrossedDesign(answers(2)).components())
                .containsExactly(
                        new double[] {
                            -0.68634259259,
                            0.86805555556,
                            0.98726851852,
                            2.39120370370,
                            0.05902777778,
                            1.09259259259,
                            -2.79166666667,
                            16.625
                        },
                        within(1e-9));
    }

    /** The same with the first repetition alone: {@code anova(lm(y ~ (m+i+c)^2))}. The highest interaction is in the rest. */
    @Test
    void withoutRepetitionsTheHighestInteractionIsInTheRest() {
        double[] told = new CrossedDesign(answers(1)).components();
        assertThat(told[Source.MODEL_ITEM_CONDITION.ordinal()]).isNaN();
        told[Source.MODEL_ITEM_CONDITION.ordinal()] = 0;
        assertThat(told)
                .containsExactly(
                        new double[] {
                            -1.634259259,
                            4.750000000,
                            2.597222222,
                            3.564814815,
                            1.097222222,
                            -1.555555556,
                            0,
                            9.222222222
                        },
                        within(1e-8));
    }

    private static double[][][][] answers(int repetitions) {
        double[][][][] y = new double[3][4][3][repetitions];
        for (int m = 0; m < 3; m++) {
            for (int i = 0; i < 4; i++) {
                for (int c = 0; c < 3; c++) {
                    for (int r = 0; r < repetitions; r++) {
                        y[m][i][c][r] =
                                (7 * m + 5 * i + 3 * c + 11 * r + 2 * m * i + 5 * m * c + 7 * i * c + 3 * m * i * c)
                                        % 13;
                    }
                }
            }
        }
        return y;
    }

    /** An item that is drawn twice counts twice and is not taken for two items that happen to be alike. */
    @Test
    void resampleOfEachItemOnceIsTheSampleAndCopiesDoNotHideWhatItemsDo() {
        CrossedDesign design = new CrossedDesign(answers(2));
        assertThat(design.components(new int[] {1, 1, 1, 1})).containsExactly(design.components());
        assertThat(design.components(new int[] {2, 2, 2, 2})).containsExactly(design.components(), within(1e-9));
    }

    /** Normal effects of known variances; a tenth of the answers is missing. */
    @Test
    void componentsOfKnownSizeComeBackAlsoWhereAnswersAreMissing() {
        double[] truth = {4, 2, 0.5, 1, 1.5, 0.25, 0.5, 3};
        double[] mean = new double[truth.length];
        int seeds = 40;
        for (int seed = 0; seed < seeds; seed++) {
            double[] told = new CrossedDesign(drawn(truth, new Random(seed))).components();
            for (int k = 0; k < told.length; k++) {
                mean[k] += told[k] / seeds;
            }
        }
        assertThat(mean[Source.MODEL.ordinal()]).isCloseTo(4, within(0.6));
        assertThat(mean[Source.ITEM.ordinal()]).isCloseTo(2, within(0.3));
        assertThat(mean[Source.CONDITION.ordinal()]).isCloseTo(0.5, within(0.25));
        assertThat(mean[Source.MODEL_ITEM.ordinal()]).isCloseTo(1, within(0.1));
        assertThat(mean[Source.MODEL_CONDITION.ordinal()]).isCloseTo(1.5, within(0.2));
        assertThat(mean[Source.ITEM_CONDITION.ordinal()]).isCloseTo(0.25, within(0.05));
        assertThat(mean[Source.MODEL_ITEM_CONDITION.ordinal()]).isCloseTo(0.5, within(0.1));
        assertThat(mean[Source.REPETITION.ordinal()]).isCloseTo(3, within(0.1));
    }

    private static double[][][][] drawn(double[] v, Random random) {
        int models = 12;
        int items = 20;
        int conditions = 5;
        double[][] mi = new double[models][items];
        double[][] mc = new double[models][conditions];
        double[][] ic = new double[items][conditions];
        double[] m = effects(models, v[0], random);
        double[] i = effects(items, v[1], random);
        double[] c = effects(conditions, v[2], random);
        for (int k = 0; k < models; k++) {
            mi[k] = effects(items, v[3], random);
            mc[k] = effects(conditions, v[4], random);
        }
        for (int k = 0; k < items; k++) {
            ic[k] = effects(conditions, v[5], random);
        }
        double[][][][] y = new double[models][items][conditions][2];
        for (int a = 0; a < models; a++) {
            for (int b = 0; b < items; b++) {
                for (int d = 0; d < conditions; d++) {
                    double all = 10 + m[a] + i[b] + c[d] + mi[a][b] + mc[a][d] + ic[b][d];
                    all += effects(1, v[6], random)[0];
                    for (int r = 0; r < 2; r++) {
                        y[a][b][d][r] = random.nextInt(10) == 0 ? Double.NaN : all + effects(1, v[7], random)[0];
                    }
                }
            }
        }
        return y;
    }

    private static double[] effects(int n, double variance, Random random) {
        return random.doubles(n)
                .map(u -> Math.sqrt(variance) * random.nextGaussian())
                .toArray();
    }

    /**
     * Two models, two questions, one repetition. By value a: model x shows it always; y shows it as the period asks and not in
     * the other wording. Of y's two verdicts none stays, of x's two both do; x's and y's shown ones: 4 of 6 confirmed.
     */
    @Test
    void agreementIsThatOfTheWorkedExample() {
        OfKind told = OfSystem.of(
                        "s",
                        List.of("a"),
                        asked(
                                1,
                                rows(List.of("+", "+"), List.of("+", "+")),
                                rows(List.of("+", "+"), List.of(".", "-"))))
                .kinds()
                .get(0);
        assertThat(told.kind()).isEqualTo("wording");
        assertThat(told.models().get(0).across().same().score()).isEqualTo(1);
        assertThat(told.models().get(1).across().same().score()).isZero();
        assertThat(told.across().pairs()).isEqualTo(4);
        assertThat(told.across().same().score()).isEqualTo(0.5);
        assertThat(told.across().shown().score()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(told.again().pairs()).isZero();
        assertThat(told.again().same()).isNull();
    }

    /** Where a wording moves nobody, all that is not chance is the model's, and the score would come back. */
    @Test
    void modelsThatDifferInEveryWordingAreDependable() {
        List<String> yes = List.of("+", "+", "+", "+");
        List<String> no = List.of(".", ".", ".", ".");
        OfValue told = OfSystem.of("s", List.of("a"), asked(2, rows(yes, yes), rows(no, no)))
                .kinds()
                .get(0)
                .values()
                .get(0);
        assertThat(told.shares().model().score()).isEqualTo(1);
        assertThat(told.shares().condition().score()).isZero();
        assertThat(told.dependability().score()).isEqualTo(1);
        assertThat(told.grade()).isEqualTo(Grade.PASS);
    }

    /**
     * Models change places with the wording: only σ²ₘ꜀ = 1/2 of the variance 1/2 + … is there, since (p = 1, 0; 0, 1) has neither
     * an effect of the model nor of the wording. A score tells nothing.
     */
    @Test
    void modelsThatChangePlacesWithTheWordingAreNot() {
        List<String> yes = List.of("+", "+", "+", "+");
        List<String> no = List.of(".", ".", ".", ".");
        OfValue told = OfSystem.of("s", List.of("a"), asked(2, rows(yes, no), rows(no, yes)))
                .kinds()
                .get(0)
                .values()
                .get(0);
        assertThat(told.shares().condition().score()).isEqualTo(1);
        assertThat(told.components()
                        .get(Source.MODEL_CONDITION.ordinal())
                        .variance()
                        .score())
                .isCloseTo(1, within(1e-12));
        assertThat(told.dependability().score()).isZero();
        assertThat(told.grade()).isEqualTo(Grade.FAIL);
    }

    /** A question without an answer in one of the languages, say, does not count there; neither does a value it is not about. */
    @Test
    void questionThatOneConditionLacksIsLeftOut() {
        OfKind told = OfSystem.of(
                        "s",
                        List.of("a", "b"),
                        asked(
                                1,
                                rows(List.of("+ ", ". ", "+ "), List.of("? ", ". ", "+ ")),
                                rows(List.of("+ ", "+ ", ". "), List.of("? ", "+ ", ". "))))
                .kinds()
                .get(0);
        assertThat(told.values()).hasSize(1);
        assertThat(told.values().get(0).items()).isEqualTo(2);
    }

    private static SortedMap<String, List<String>> rows(List<String> asItIs, List<String> otherwise) {
        return new TreeMap<>(java.util.Map.of("as-it-is", asItIs, "wording-1", otherwise));
    }

    private static Asked asked(int repetitions, SortedMap<String, List<String>> x, SortedMap<String, List<String>> y) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < x.get("as-it-is").size() / repetitions; i++) {
            items.add("q" + i);
        }
        return new Asked(
                repetitions,
                20,
                0.9,
                new TreeMap<>(java.util.Map.of("a", 10)),
                items,
                List.of(new Condition("as-it-is", "as-it-is", ""), new Condition("wording-1", "wording", "")),
                new TreeMap<>(java.util.Map.of("x", x, "y", y)),
                null);
    }
}
