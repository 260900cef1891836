package dev.valuecompass.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.recognition.Agreement.Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Cohen's own layout: 20 both yes, 5 and 10 apart, 15 both no. */
    private static final Agreement WORKED = new Agreement(20, 10, 5, 15);

    @Test
    void accuracyKappaAndF1AsWorkedByHand() {
        // accuracy 35/50 = .7; chance (25·30 + 25·20)/2500 = .5; kappa (.7-.5)/.5 = .4
        assertThat(WORKED.accuracy()).isCloseTo(0.7, within(1e-12));
        assertThat(WORKED.kappa()).isCloseTo(0.4, within(1e-12));
        // F1 of yes 40/(40+10+5) = .7273, of no 30/(30+5+10) = .6667, mean .69697
        assertThat(WORKED.macroF1()).isCloseTo(0.696969696969697, within(1e-12));
        assertThat(WORKED.sensitivity()).isCloseTo(0.8, within(1e-12));
        assertThat(WORKED.specificity()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void kappaIsUndefinedOnConstantLabelsAndOneOnPerfectOnes() {
        assertThat(new Agreement(10, 0, 0, 0).kappa()).isNull();
        assertThat(new Agreement(6, 0, 0, 4).kappa()).isEqualTo(1);
        assertThat(new Agreement(0, 5, 5, 0).kappa()).isEqualTo(-1);
        assertThat(new Agreement(0, 0, 0, 0).kappa()).isNull();
    }

    @Test
    void aucCountsPairsInTheRightOrderAndTiesByHalf() {
        // shown .9 .5 .5, not .5 .1: of 6 pairs .9>.5, .9>.1, .5>.1, .5>.1 are right and two ties count 1: 5/6
        List<Pair> pairs =
                List.of(pair(true, 0.9), pair(true, 0.5), pair(true, 0.5), pair(false, 0.5), pair(false, 0.1));
        assertThat(Agreement.auc(pairs)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(Agreement.auc(List.of(pair(true, 0.9)))).isNull();
    }

    @Test
    void theIntervalHoldsTheEstimateAndWidensWhenAnswersShareAPrompt() {
        List<Pair> alone = new ArrayList<>();
        List<Pair> shared = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean shown = i % 2 == 0;
            // every group of ten consecutive answers is either right or wrong throughout
            boolean right = i / 10 % 4 != 0;
            alone.add(new Pair("p" + i, shown, shown == right, 0.5));
            shared.add(new Pair("p" + i / 10, shown, shown == right, 0.5));
        }
        double kappa = Agreement.of(alone).kappa();
        double[] narrow = KappaInterval.of(alone, 1);
        double[] wide = KappaInterval.of(shared, 1);
        assertThat(kappa).isBetween(narrow[0], narrow[1]);
        assertThat(wide[1] - wide[0]).isGreaterThan(1.5 * (narrow[1] - narrow[0]));
        assertThat(KappaInterval.of(alone, 1)).isEqualTo(narrow);
        assertThat(KappaInterval.of(List.of(pair(true, 1)), 1)).isNull();
    }

    private static Pair pair(boolean shown, double score) {
        return new Pair("p", shown, score >= 0.5, score);
    }
}
