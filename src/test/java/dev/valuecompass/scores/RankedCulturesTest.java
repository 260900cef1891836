package dev.valuecompass.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.value.Culture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedCulturesTest {
    private static final List<String> DIMENSIONS = List.of("a", "b", "c", "d", "e");

    /** Whole numbers from 0 to 5, so that many are tied. */
    private static Map<String, Double> profile(Random random) {
        Map<String, Double> scores = new HashMap<>();
        DIMENSIONS.forEach(dimension -> scores.put(dimension, (double) random.nextInt(6)));
        return scores;
    }

    private static Culture culture(String code, Map<String, Double> scores) {
        return new Culture("s/" + code, code, code, "s", 2020, null, scores);
    }

    /** Equal as doubles: pages that show the one must not differ from findings that use the other. */
    @Test
    void fitsAreThoseOfThePlainFormula() {
        Random random = new Random(3);
        List<Culture> cultures = IntStream.range(0, 40)
                .mapToObj(i -> culture("C" + i, profile(random)))
                .toList();
        RankedCultures ranked = new RankedCultures(DIMENSIONS, cultures);
        for (int m = 0; m < 50; m++) {
            Map<String, Double> model = profile(random);
            assertThat(ranked.fits(model))
                    .isEqualTo(IntStream.range(0, cultures.size())
                            .mapToObj(i -> CultureFit.of(
                                    DIMENSIONS, model, cultures.get(i).scores()))
                            .toList());
        }
    }

    /** 1 2 3 4 5 against 2 1 4 3 5 has ρ = 1 − 6·4/(5·24) = 0.8; all alike has no order; without e nothing is said. */
    @Test
    void whatCannotBeSaidIsNull() {
        Map<String, Double> rising = Map.of("a", 1.0, "b", 2.0, "c", 3.0, "d", 4.0, "e", 5.0);
        Map<String, Double> flat = Map.of("a", 1.0, "b", 1.0, "c", 1.0, "d", 1.0, "e", 1.0);
        RankedCultures ranked = new RankedCultures(DIMENSIONS, List.of(culture("R", rising), culture("F", flat)));
        List<Double> fits = ranked.fits(Map.of("a", 2.0, "b", 1.0, "c", 4.0, "d", 3.0, "e", 5.0));
        assertThat(fits.get(0)).isCloseTo(0.8, within(1e-12));
        assertThat(fits.get(1)).isNull();
        assertThat(ranked.fits(Map.of("a", 2.0, "b", 1.0, "c", 4.0, "d", 3.0))).containsExactly(null, null);
        assertThat(new RankedCultures(List.of("a"), List.of(culture("R", rising))).fits(rising))
                .containsExactly((Double) null);
    }
}
