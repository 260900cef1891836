package dev.valuecompass.recognition;

import static dev.valuecompass.recognition.Label.EXPRESSES;
import static dev.valuecompass.recognition.Label.NOT;
import static dev.valuecompass.recognition.Label.OPPOSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutualAgreementTest {
    private static final List<Label> ONE =
            Arrays.asList(EXPRESSES, EXPRESSES, EXPRESSES, NOT, NOT, NOT, NOT, OPPOSES, EXPRESSES);
    private static final List<Label> OTHER =
            Arrays.asList(EXPRESSES, EXPRESSES, NOT, NOT, NOT, NOT, EXPRESSES, NOT, null);

    private static List<LabelledAnswer> lines(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new LabelledAnswer("mft", "care", "prompt " + i, "answer", 1, List.of(), ""))
                .toList();
    }

    /**
     * Of eight lines that both read, five have the same label. Both see the value in two, one alone in one, the other alone in
     * one: agreement 6/8, by chance (3·3 + 5·5)/64 = 34/64, so κ = (48 - 34) / (64 - 34) = 14/30.
     */
    @Test
    void countsLinesThatBothRead() {
        MutualAgreement.PairMetrics figures = MutualAgreement.of("embedded", ONE, "llm", OTHER, lines(9))
                .systems()
                .get("mft");
        assertThat(figures.n()).isEqualTo(8);
        assertThat(figures.same()).isEqualTo(5 / 8.0);
        assertThat(figures.one()).isEqualTo(3 / 8.0);
        assertThat(figures.other()).isEqualTo(3 / 8.0);
        assertThat(figures.kappa()).isCloseTo(14 / 30.0, within(1e-12));
        assertThat(figures.kappaLow()).isLessThan(figures.kappa());
    }

    @Test
    void whereBothSeeTheValueAlwaysKappaIsUndefined() {
        List<Label> always = Collections.nCopies(4, EXPRESSES);
        MutualAgreement.PairMetrics figures = MutualAgreement.of("direct", always, "llm", always, lines(4))
                .systems()
                .get("mft");
        assertThat(figures.same()).isEqualTo(1);
        assertThat(figures.kappa()).isNull();
    }

    @Test
    void whatOneCouldNotReadIsNoDisagreement() {
        assertThat(MutualAgreement.of("direct", Arrays.asList((Label) null), "llm", List.of(NOT), lines(1))
                        .systems())
                .isEmpty();
    }
}
