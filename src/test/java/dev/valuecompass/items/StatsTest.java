package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsTest {
    /** "a b a b c" has the pairs ab, ba, ab, bc; "a b" has ab: three different of five. */
    @Test
    void distinctTwo() {
        assertThat(Distinct.of(List.of("A b a, b c!", "a b"), 2)).isCloseTo(0.6, within(1e-12));
        assertThat(Distinct.of(List.of("one", ""), 2)).isNull();
    }

    /**
     * Two texts of five words, "a b c d e" and "a b c d f", each the other's only reference, so of equal length and without
     * brevity penalty. Words: 4 of 5 matched; pairs: ab, bc, cd of 4; triples: abc, bcd of 3; fours: abcd of 2. BLEU =
     * (4/5 · 3/4 · 2/3 · 1/2)^¼ = 0.2^¼ = 0.668740.
     */
    @Test
    void selfBleuOfTwo() {
        assertThat(SelfBleu.of(List.of("a b c d e", "a b c d f"))).isCloseTo(0.668740305, within(1e-9));
    }

    /**
     * First text "a a b c", references "a b c d" (same length) and "a a". Words: a twice is allowed by the second
     * reference, b and c by the first: 4 of 4. Pairs aa, ab, bc: all three are in some reference. Triples aab, abc: one of
     * two. Fours aabc: none of one, so 0.1 of 1. BLEU (1 · 1 · ½ · 0.1)^¼ = 0.05^¼ = 0.472871. Second text "a b c d":
     * words a, b, c of four; pairs ab, bc of three; triples abc of two; none of one four: (¾ · ⅔ · ½ · 0.1)^¼ = 0.025^¼ =
     * 0.397635. Third text "a a", two words, so runs of 1 and 2: both a by the first text, pair aa: 1; the closest length
     * is 4, so e^(1 − 4/2) = 0.367879. Mean (0.472871 + 0.397635 + 0.367879)/3 = 0.412795.
     */
    @Test
    void selfBleuOfThree() {
        assertThat(SelfBleu.of(List.of("a a b c", "a b c d", "a a"))).isCloseTo(0.412795, within(1e-6));
    }

    @Test
    void selfBleuAtItsEnds() {
        assertThat(SelfBleu.of(List.of("a b c d e", "A, b c d e!"))).isCloseTo(1, within(1e-12));
        assertThat(SelfBleu.of(List.of("a b c d e", "v w x y z"))).isLessThan(0.06);
        assertThat(SelfBleu.of(List.of("only one", "…"))).isNull();
    }

    private static SetFigures.ScoredItem entry(String generator, String text, Double power, Double reward) {
        Map<String, Double> rewards = reward == null ? Map.of() : Map.of("reward", reward, "valueDiversity", 9.0);
        Provenance origin = ProvenanceFields.builder()
                .generator(generator)
                .parent("")
                .model("")
                .promptDigest("")
                .period("")
                .rewards(rewards)
                .grounding(null)
                .countries(List.of("FR", "NO"))
                .years(List.of(2024))
                .path(List.of())
                .build();
        Item item = new Item(text, "toy", List.of("v"), text.length() > 7 ? "long" : "short", text, false, origin);
        return new SetFigures.ScoredItem(item, power, 0.5);
    }

    /** Initial: lengths 2 and 4, powers 0.2 and unknown. Generated: length 3, power 0.9, reward 4. */
    @Test
    void comparesInitialAndGenerated() {
        List<SetFigures> sets = SetFigures.compare(List.of(
                entry("pool", "one two", 0.2, null),
                entry("adaem", "three blind mice", 0.9, 4.0),
                entry("pool", "to be or not", null, null)));
        assertThat(sets).extracting(SetFigures::kind).containsExactly("initial", "generated", "all");
        assertThat(sets.get(0))
                .returns(2, SetFigures::items)
                .returns(3.0, SetFigures::meanWords)
                .returns(0.2, SetFigures::entropy)
                .returns(0.5, SetFigures::similarity)
                .returns(null, SetFigures::informativeness)
                .returns(Map.of("short", 1, "long", 1), SetFigures::categories);
        assertThat(sets.get(1)).returns(4.0, SetFigures::informativeness).returns(null, SetFigures::selfBleu);
        assertThat(sets.get(2))
                .returns(3, SetFigures::items)
                .returns(null, SetFigures::similarity)
                .returns(0.55, figures -> Math.round(figures.entropy() * 100) / 100.0)
                .returns(Map.of("FR", 3, "NO", 3), SetFigures::countries)
                .returns(Map.of(2024, 3), SetFigures::years);
        assertThat(SetFigures.compare(List.of(entry("pool", "one two", 0.2, null))))
                .extracting(SetFigures::kind)
                .containsExactly("initial");
        assertThat(SetFigures.compare(List.of())).isEmpty();
    }
}
