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
    private static final List<String> VARIED = ALIKE.subList(2, 5);

    private static Variety.Choice<String> best(List<String> ranked, int wanted, List<String> pool) {
        return Variety.best(ranked, Function.identity(), wanted, pool);
    }

    /** The three best are one question in three seasons; the best of them and the two others are not. */
    @Test
    void whatRepeatsTheBetterOnesIsPassedOverAndCounted() {
        assertThat(best(ALIKE, 3, VARIED))
                .isEqualTo(new Variety.Choice<>(List.of(ALIKE.get(0), ALIKE.get(3), ALIKE.get(4)), 2));
        assertThat(best(ALIKE, 2, VARIED)).isEqualTo(new Variety.Choice<>(List.of(ALIKE.get(0), ALIKE.get(3)), 2));
    }

    /** Held against texts that are as alike, the best ones stay. */
    @Test
    void whereStartingItemsAreAlikeTheBestCount() {
        assertThat(best(ALIKE, 3, ALIKE.subList(0, 3))).isEqualTo(new Variety.Choice<>(ALIKE.subList(0, 3), 0));
    }

    /** Nothing varied is left, so the set is smaller than was wanted, and what was passed over is counted. */
    @Test
    void aSetIsAsVariedAsItHasToBeWhateverItsSize() {
        List<String> seasons = ALIKE.subList(0, 3);
        assertThat(best(seasons, 2, VARIED)).isEqualTo(new Variety.Choice<>(List.of(ALIKE.get(0)), 2));
        assertThat(best(ALIKE, 0, VARIED).kept()).hasSize(3);
        assertThat(best(List.of(), 5, VARIED).kept()).isEmpty();
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
