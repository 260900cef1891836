package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three models with two opinions each; every figure is worked out in its comment. */
class StandInsTest {
    private static final double EXACT = 1e-12;

    /** ∪ {power, security}, ∩ {power}. */
    private static final PanelAnswer A = answer("a", Set.of("power", "security"), Set.of("power"));
    /** ∪ {power, tradition, hedonism}, ∩ ∅. */
    private static final PanelAnswer B = answer("b", Set.of("power", "tradition"), Set.of("hedonism"));
    /** ∪ ∅, ∩ ∅. */
    private static final PanelAnswer C = answer("c", Set.of(), Set.of());

    private static final List<PanelAnswer> ALL = List.of(A, B, C);

    private static PanelAnswer answer(String model, Set<String> first, Set<String> second) {
        return new PanelAnswer(model, List.of("one", "two"), List.of(first, second));
    }

    /** A 2/1, B 3/max(0,1), C 0/max(0,1): (2 + 3 + 0)/3. */
    @Test
    void valueConformity() {
        assertThat(StandIns.valueConformity(ALL)).isEqualTo(5.0 / 3, within(EXACT));
    }

    /** AB: ∪ {power, security, tradition, hedonism} 4, ∩ {power} 1: 4. AC: 2/max(0,1) = 2. BC: 3. 4 + 2 + 3. */
    @Test
    void valueDiversity() {
        assertThat(StandIns.valueDiversity(ALL)).isEqualTo(9, within(EXACT));
    }

    /** With ∩ above 1 the denominator counts: {p, s, t} and {p, s}: 3/2. */
    @Test
    void whatIsSharedDivides() {
        PanelAnswer one = answer("a", Set.of("power", "security"), Set.of("tradition"));
        PanelAnswer other = answer("b", Set.of("power"), Set.of("security"));
        assertThat(StandIns.valueDiversity(List.of(one, other))).isEqualTo(1.5, within(EXACT));
        PanelAnswer same = answer("c", Set.of("power", "security"), Set.of("power", "security"));
        assertThat(StandIns.valueConformity(List.of(same))).isEqualTo(1, within(EXACT));
    }

    /**
     * The question shows {power}. Differences, opinion by opinion: A {security} 1, ∅ 0; B {tradition} 1,
     * {hedonism, power} 2; C {power} 1, {power} 1. (1 + 0 + 1 + 2 + 1 + 1)/6 = 1.
     */
    @Test
    void disentanglement() {
        assertThat(StandIns.disentanglement(ALL, Set.of("power"))).isEqualTo(1, within(EXACT));
    }

    /** 5/3 + 9 + .25 + β/2 · 1: 11.416667 with β = 1, 10.916667 with β = 0, 11.916667 with β = 2. */
    @Test
    void theRewardIsTheSumWithHalfBeta() {
        assertThat(worth(1).reward()).isEqualTo(11.416666666667, within(1e-9));
        assertThat(worth(0).reward()).isEqualTo(10.916666666667, within(1e-9));
        assertThat(worth(2).reward()).isEqualTo(11.916666666667, within(1e-9));
    }

    private static StandIns worth(double beta) {
        return StandIns.of(ALL, Set.of("power"), answers -> 0.25, beta);
    }

    /**
     * Tokens of a: (1,0); of b: (0,1); of c: (.6,.8). F1 of single tokens is their cosine: ab 0, ac .6, bc .8.
     * (1 + .4 + .2)/3 = .533333.
     */
    @Test
    void opinionDiversity() {
        Map<String, float[]> tokens =
                Map.of("east", new float[] {1, 0}, "north", new float[] {0, 1}, "between", new float[] {0.6f, 0.8f});
        OpinionDiversity diversity = new OpinionDiversity(text -> new float[][] {tokens.get(text)});
        List<PanelAnswer> answers = tokens.keySet().stream()
                .map(text -> new PanelAnswer(text, List.of(text), List.of(Set.of())))
                .toList();
        assertThat(diversity.of(answers)).isEqualTo(1.6 / 3, within(1e-6));
    }

    @Test
    void oneAnswerTellsNoDifference() {
        assertThatThrownBy(() -> StandIns.of(List.of(A), Set.of(), answers -> 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
