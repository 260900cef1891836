package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    /** Worked by hand; the restricted distance of ca and abc is 3, where the unrestricted one is 2. */
    @ParameterizedTest
    @CsvSource({
        "schwartz, schwartz, 0",
        "schwartz, shwartz, 1",
        "schwartz, schwratz, 1",
        "kitten, sitting, 3",
        "ca, abc, 3",
        "'', abc, 3",
        "abc, '', 3"
    })
    void distanceCountsInsertionsDeletionsSubstitutionsAndSwaps(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
        assertThat(NearestName.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void theNearestNameIsSuggestedWhateverItsCapitals() {
        List<String> known = List.of("mft", "safety", "schwartz", "unique");
        assertThat(NearestName.of("Schwarz", known)).contains("schwartz");
        assertThat(NearestName.of("saftey", known)).contains("safety");
        assertThat(NearestName.of("tmf", known)).contains("mft");
    }

    @Test
    void farNamesAreNotGuessed() {
        assertThat(NearestName.of("hexaco", List.of("mft", "safety", "schwartz")))
                .isEmpty();
        // Every letter would have to change.
        assertThat(NearestName.of("ab", List.of("xy"))).isEmpty();
        assertThat(NearestName.of("x", List.of())).isEmpty();
    }

    @Test
    void theRemedyListsWhatIsKnown() {
        assertThat(NearestName.remedy("mtf", List.of("mft", "safety")))
                .isEqualTo("did you mean 'mft'? known: mft, safety");
        assertThat(NearestName.remedy("hexaco", List.of("mft", "safety"))).isEqualTo("known: mft, safety");
        assertThat(NearestName.remedy("x", List.of())).isEqualTo("none is known");
        List<String> many =
                IntStream.rangeClosed(1, 50).mapToObj(i -> "name-" + i).toList();
        assertThat(NearestName.remedy("zzzzzzzz", many)).endsWith("name-40 and 10 more");
    }
}
