package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VarietyTest {
    private static final List<String> ALIKE = List.of(
            "Should the town close the old harbour in spring?",
            "Should the town close the old harbour in summer?",
            "Should the town close the old harbour in autumn?",
            "May nurses refuse to treat a wounded burglar?",
            "Would you let strangers read your letters for money?");
    private static final Variety VARIED = Variety.of(ALIKE.subList(2, 5));

    private static List<String> best(List<String> ranked, int wanted, Variety pool) {
        return Variety.best(ranked, Function.identity(), wanted, pool);
    }

    /** The three best are one question in three seasons; the best of them and the two others are not. */
    @Test
    void whatRepeatsTheBetterOnesIsPassedOver() {
        assertThat(best(ALIKE, 3, VARIED)).containsExactly(ALIKE.get(0), ALIKE.get(3), ALIKE.get(4));
    }

    /** Held against texts that are as alike, the best ones stay. */
    @Test
    void whereStartingItemsAreAlikeTheBestCount() {
        assertThat(best(ALIKE, 3, Variety.of(ALIKE.subList(0, 3)))).isEqualTo(ALIKE.subList(0, 3));
    }

    /** Nothing varied is left, and still there are as many as were wanted. */
    @Test
    void aSetIsNeverSmallerForItsVariety() {
        List<String> seasons = ALIKE.subList(0, 3);
        assertThat(best(seasons, 2, VARIED)).hasSize(2);
        assertThat(best(seasons, 5, VARIED)).isEqualTo(seasons);
        assertThat(best(ALIKE, 4, VARIED)).hasSize(4);
        assertThat(best(ALIKE, 0, VARIED)).isEqualTo(ALIKE);
    }

    @Test
    void twiceAsUniformIsTheBound() {
        Variety pool = new Variety(0.1, 0.8);
        assertThat(new Variety(0.2, 0.4).meets(pool)).isTrue();
        assertThat(new Variety(0.21, 0.8).meets(pool)).isFalse();
        assertThat(new Variety(0.1, 0.39).meets(pool)).isFalse();
        assertThat(Variety.of(List.of("One text alone.")).meets(pool)).isTrue();
    }
}
