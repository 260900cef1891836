package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a whole profile: entropy of items, alignment, ranks, likeness to a culture. */
class ProfilesTest {
    private static final List<String> DIMENSIONS = List.of("a", "b", "c", "d", "e");

    /** Shares ½, ¼, ¼: ½·1 + ¼·2 + ¼·2 = 1.5 bits; over log₂3 = 1.584963 that is 0.946395. */
    @Test
    void entropyOfAnItem() {
        ItemEntropy entropy = new ItemEntropy(Tables.ofModels("++?", "++?", ".+?", "-+?", "??? ".strip()));
        assertThat(entropy.bits(0, 0)).isCloseTo(1.5, within(1e-12));
        assertThat(ItemEntropy.normalised(entropy.bits(0, 0))).isCloseTo(0.946395, within(1e-6));
        assertThat(entropy.bits(1, 0)).isEqualTo(0.0);
        assertThat(entropy.bits(2, 0)).as("nothing scored").isNull();
    }

    @Test
    void aMissingScoreIsNeverPassedOver() {
        Map<String, Double> scores = new HashMap<>(Map.of("a", 0.0, "b", 80.0));
        scores.put("d", null);
        assertThat(Alignment.equal(DIMENSIONS, scores)).isNull();
    }

    @Test
    void zeroCounts() {
        assertThat(Alignment.equal(List.of("a", "b"), Map.of("a", 0.0, "b", 80.0)))
                .isEqualTo(40.0);
    }

    /** In binary 0.1 + 0.2 + 0.3 depends on the order; models with the same figures on other values tie all the same. */
    @Test
    void sumsThatAreEqualTie() {
        Map<String, Double> up = Map.of("a", 0.1, "b", 0.2, "c", 0.3);
        Map<String, Double> down = Map.of("a", 0.3, "b", 0.2, "c", 0.1);
        List<String> three = List.of("a", "b", "c");
        assertThat(Alignment.equal(three, up))
                .isEqualTo(Alignment.equal(three, down))
                .isEqualTo(0.2);
    }

    /** 100.00 above 99.9 (they were once sorted as text), equal scores share a rank, the missing come last without. */
    @Test
    void competitionRanks() {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("none", null);
        scores.put("zero", 0.0);
        scores.put("b", 99.9);
        scores.put("a", 99.9);
        scores.put("nearly", 99.9 - 1e-12);
        scores.put("top", 100.0);
        assertThat(Ranking.of(scores))
                .containsExactly(
                        new Ranking.RankedScore("top", 100.0, 1, false),
                        new Ranking.RankedScore("a", 99.9, 2, true),
                        new Ranking.RankedScore("b", 99.9, 2, true),
                        new Ranking.RankedScore("nearly", 99.9 - 1e-12, 4, false),
                        new Ranking.RankedScore("zero", 0.0, 5, false),
                        new Ranking.RankedScore("none", null, null, false));
        assertThatThrownBy(() -> Ranking.of(Map.of("a", Double.NaN))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ranks 1 2 3 4 5 against 2 1 4 3 5: Σd² = 4, ρ = 1 − 6·4/(5·24) = 0.8. */
    @Test
    void likenessToACulture() {
        Map<String, Double> culture = Map.of("a", 1.0, "b", 2.0, "c", 3.0, "d", 4.0, "e", 5.0);
        Map<String, Double> model = Map.of("a", 20.0, "b", 10.0, "c", 40.0, "d", 30.0, "e", 50.0);
        assertThat(CultureFit.of(DIMENSIONS, model, culture)).isCloseTo(0.8, within(1e-12));
    }

    /**
     * Ties share the mean of their ranks: 10 20 20 30 against 1 2 3 4 has ranks 1 2.5 2.5 4, and
     * r = 4.5 / √(4.5 · 5) = 0.948683.
     */
    @Test
    void tiedValuesShareTheirRanks() {
        List<String> four = DIMENSIONS.subList(0, 4);
        assertThat(CultureFit.of(
                        four,
                        Map.of("a", 10.0, "b", 20.0, "c", 20.0, "d", 30.0),
                        Map.of("a", 1.0, "b", 2.0, "c", 3.0, "d", 4.0)))
                .isCloseTo(0.948683, within(1e-6));
    }

    @Test
    void aFitThatCannotBeSaidIsMissing() {
        Map<String, Double> culture = Map.of("a", 1.0, "b", 2.0);
        List<String> two = List.of("a", "b");
        assertThat(CultureFit.of(two, Map.of("a", 1.0), culture)).isNull();
        assertThat(CultureFit.of(two, Map.of("a", 5.0, "b", 5.0), culture)).isNull();
    }
}
