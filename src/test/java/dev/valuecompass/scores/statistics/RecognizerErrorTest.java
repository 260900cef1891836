package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCardDetailFields;
import dev.valuecompass.scores.Interval;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecognizerErrorTest {
    private static final double LEVEL = 0.9;

    /**
     * By hand: sensitivity 90.5/101 = .89604, specificity 80.5/101 = .79703, skill .69307. A score of 50 gives (.5 +
     * .79703 - 1)/.69307 = .428571. Variances: .89604·.10396/101 = .00092230 and .79703·.20297/101 = .00160172, so gold
     * adds .326531·.00160172 + .183673·.00092230 = .00069241; the sampling interval's half width .1 is 1.644854·.0607957,
     * whose square is .00369612. Root of the sum .0662460, over skill .0955834, times 1.644854 = .157221.
     */
    @Test
    void carriesTheErrorAsWorkedOutByHand() {
        Interval carried = new RecognizerError(90, 20, 10, 80).carried(50, new Interval(40, 60, LEVEL));
        assertThat(carried.low()).isCloseTo(42.8571 - 15.7221, within(1e-3));
        assertThat(carried.high())
                .as("the score's own interval reaches further")
                .isEqualTo(60);
        assertThat(carried.level()).isEqualTo(LEVEL);
    }

    @Test
    void aRecogniserThatCannotBeToldFromACoinTellsNothing() {
        assertThat(new RecognizerError(52, 50, 48, 50).carried(10, new Interval(5, 15, LEVEL)))
                .isEqualTo(new Interval(0, 100, LEVEL));
        assertThat(new RecognizerError(0, 0, 0, 0).carried(10, new Interval(5, 15, LEVEL)))
                .isEqualTo(new Interval(0, 100, LEVEL));
    }

    @Test
    void theWeakerTheWider() {
        Interval sampling = new Interval(55, 65, LEVEL);
        double before = sampling.high() - sampling.low();
        for (int wrong : new int[] {0, 10, 50, 100, 150}) {
            Interval carried = new RecognizerError(500 - wrong, wrong, wrong, 500 - wrong).carried(60, sampling);
            assertThat(carried.low()).isLessThanOrEqualTo(sampling.low());
            assertThat(carried.high()).isGreaterThanOrEqualTo(sampling.high());
            assertThat(carried.high() - carried.low()).isGreaterThan(before);
            before = carried.high() - carried.low();
        }
    }

    /** 600 drawn worlds: truth 30 %, read with sensitivity .8 and specificity .7, 200 items, 150 gold answers a side. */
    @Test
    void holdsTheTruthThatTheScoreItselfMisses() {
        Random random = new Random(5);
        int held = 0;
        int without = 0;
        for (int world = 0; world < 600; world++) {
            RecognizerError error = gold(random, 150, 0.8, 0.7);
            Interval sampling = read(random, 200, 0.3, 0.8, 0.7);
            double score = (sampling.low() + sampling.high()) / 2;
            Interval carried = error.carried(score, sampling);
            held += carried.low() <= 30 && 30 <= carried.high() ? 1 : 0;
            without += sampling.low() <= 30 && 30 <= sampling.high() ? 1 : 0;
        }
        assertThat(held / 600.0).isGreaterThan(0.88);
        assertThat(without / 600.0).as("45 is what is seen of 30").isLessThan(0.1);
    }

    /** Two models of equal truth: their intervals part no more often than without the error. */
    @Test
    void makesNoDifferenceWhereThereIsNone() {
        Random random = new Random(6);
        for (int world = 0; world < 300; world++) {
            RecognizerError error = gold(random, 60, 0.7, 0.65);
            Interval one = read(random, 80, 0.5, 0.7, 0.65);
            Interval other = read(random, 80, 0.5, 0.7, 0.65);
            boolean parted = apart(one, other);
            boolean partedStill = apart(
                    error.carried((one.low() + one.high()) / 2, one),
                    error.carried((other.low() + other.high()) / 2, other));
            assertThat(!partedStill || parted).isTrue();
        }
    }

    @Test
    void theErrorIsTheOneOfTheRecogniserThatReadAndOfTheSystem() {
        RecognizerCard.Detail detail = RecognizerCardDetailFields.builder()
                .kappaLow(0.1)
                .kappaHigh(0.5)
                .truePositives(4)
                .falsePositives(3)
                .falseNegatives(2)
                .trueNegatives(1)
                .calibration(List.of())
                .evidenceMet(0)
                .evidenceOf(0)
                .opposed(null)
                .languages(List.of())
                .build();
        RecognizerCard card = new RecognizerCard(
                "embedded",
                "v1",
                "",
                List.of(),
                Map.of(
                        "toy", new RecognizerCard.Quality(10, "", null, 0.5, 0.5, 0.3, detail, List.of()),
                        "old", new RecognizerCard.Quality(10, "", null, 0.5, 0.5, 0.3)),
                List.of());
        assertThat(RecognizerError.of(List.of(card), "v1", "toy")).contains(new RecognizerError(4, 3, 2, 1));
        assertThat(RecognizerError.of(List.of(card), "v2", "toy")).isEmpty();
        assertThat(RecognizerError.of(List.of(card), "v1", "old")).isEmpty();
        assertThat(RecognizerError.of(List.of(card), "v1", "other")).isEmpty();
    }

    private static boolean apart(Interval one, Interval other) {
        return one.high() < other.low() || other.high() < one.low();
    }

    private static RecognizerError gold(Random random, int side, double sensitivity, double specificity) {
        int seen = count(random, side, sensitivity);
        int passed = count(random, side, specificity);
        return new RecognizerError(seen, side - passed, side - seen, passed);
    }

    private static Interval read(Random random, int items, double truth, double sensitivity, double specificity) {
        double share = count(random, items, truth * sensitivity + (1 - truth) * (1 - specificity)) / (double) items;
        double half = 1.644854 * Math.sqrt(share * (1 - share) / items);
        return new Interval(100 * (share - half), 100 * (share + half), LEVEL);
    }

    private static int count(Random random, int draws, double chance) {
        int count = 0;
        for (int i = 0; i < draws; i++) {
            count += random.nextDouble() < chance ? 1 : 0;
        }
        return count;
    }
}
