package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContaminationGuardTest {
    private static Item item(String text) {
        return new Item(text, "toy", List.of("v"), "", text, false, new Provenance("pool", "", "", "", "", Map.of()));
    }

    private final ContaminationGuard guard = new ContaminationGuard(
            new HashedWords(), List.of(item("alpha beta gamma delta"), item("one two three")), 0.8);

    /** Four words in common of four and five: cosine 4/(√4·√5) = .894; three of four and four: 3/4 = .75. */
    @Test
    void refusesWhatIsTooClose() {
        assertThat(guard.fresh(List.of(item("delta beta omega gamma alpha")))).isEmpty();
        assertThat(guard.fresh(List.of(item("alpha beta gamma omega")))).hasSize(1);
    }

    @Test
    void keepsWhatIsNew() {
        assertThat(guard.fresh(List.of(item("three two one"), item("quite another thing"))))
                .extracting(Item::text)
                .containsExactly("quite another thing");
    }

    @Test
    void whatIsAddedMayNotReturnEither() {
        assertThat(guard.add("one more thing")).isTrue();
        assertThat(guard.repeats("thing one more")).isTrue();
        assertThat(guard.add("thing one more")).isFalse();
        assertThat(guard.add("three two one")).as("published").isFalse();
        assertThat(guard.repeats("nothing alike")).isFalse();
    }

    @Test
    void namesThePublishedTextsThatAreNearest() {
        assertThat(guard.nearest("one two four", 1)).containsExactly("one two three");
        assertThat(guard.nearest("one two four", 9)).containsExactly("one two three", "alpha beta gamma delta");
        guard.add("one two four");
        assertThat(guard.nearest("one two four", 1))
                .as("nobody has published that")
                .containsExactly("one two three");
    }

    @Test
    void beforeTheFirstPeriodEverythingIsNew() {
        assertThat(new ContaminationGuard(new HashedWords(), List.of(), 0.8).fresh(List.of(item("anything"))))
                .hasSize(1);
    }
}
