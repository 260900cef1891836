package dev.valuecompass.items.adaem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models with two opinions in each answer; figures are worked out in the comments. */
class InformativenessTest {
    private static final List<String> VALUES = List.of("power", "security");
    private static final Set<String> BOTH = Set.of("power", "security");

    private static PanelAnswer answer(String model, Set<String> first, Set<String> second) {
        return new PanelAnswer(model, List.of("one", "two"), List.of(first, second));
    }

    private static Informativeness of(Set<String> question, double beta, PanelAnswer... answers) {
        return Informativeness.of(List.of(answers), question, VALUES, beta);
    }

    /**
     * a shows power always, b never, in two answers of each: of eight opinions half, so 1 bit and 1/16 nats = .090168 bits
     * for their number; nothing within either. Nobody shows security: 0. The mean over both values is .545084.
     */
    @Test
    void theDivergenceIsTheMeanOverValues() {
        Set<String> power = Set.of("power");
        Informativeness worth = of(
                Set.of(),
                1,
                answer("a", power, power),
                answer("b", Set.of(), Set.of()),
                answer("a", power, power),
                answer("b", Set.of(), Set.of()));
        assertThat(worth.divergence()).isEqualTo(0.545084, within(1e-6));
        assertThat(worth.disentanglement()).isEqualTo(0.545084, within(1e-6));
        assertThat(worth.terms())
                .isEqualTo(Map.of("reward", 0.817626, "divergence", 0.545084, "disentanglement", 0.545084));
    }

    /** A value that the question shows by itself does not count a second time; β weighs what does by half. */
    @Test
    void whatTheQuestionShowsIsNotTheAnswers() {
        PanelAnswer[] answers = {answer("a", BOTH, BOTH), answer("b", Set.of(), Set.of())};
        Informativeness worth = of(Set.of("power"), 1, answers);
        assertThat(worth.disentanglement()).isEqualTo(worth.divergence() / 2, within(1e-12));
        assertThat(worth.reward()).isEqualTo(1.25 * worth.divergence(), within(1e-12));
        assertThat(of(Set.of("power"), 0, answers).reward()).isEqualTo(worth.divergence(), within(1e-12));
        assertThat(of(BOTH, 1, answers).disentanglement()).isZero();
    }

    @Test
    void whereAllShowTheSameNothingIsEarned() {
        assertThat(of(Set.of(), 1, answer("a", BOTH, BOTH), answer("b", BOTH, BOTH))
                        .reward())
                .isZero();
        assertThat(of(Set.of(), 1, answer("a", Set.of(), Set.of()), answer("b", Set.of(), Set.of()))
                        .reward())
                .isZero();
    }

    /** Four models that all show a value in a third of their six opinions: .1 bits without the correction, less than half with. */
    @Test
    void chanceAloneEarnsNextToNothing() {
        Random random = new Random(7);
        double sum = 0;
        for (int question = 0; question < 400; question++) {
            List<List<Set<String>>> models = IntStream.range(0, 4)
                    .mapToObj(model -> IntStream.range(0, 6)
                            .mapToObj(opinion -> random.nextInt(3) == 0 ? Set.of("power") : Set.<String>of())
                            .toList())
                    .toList();
            sum += Informativeness.divergence(models, "power") / 400;
        }
        assertThat(sum).isBetween(-0.045, 0.045);
    }

    @Test
    void oneModelTellsNoDifference() {
        assertThatThrownBy(() -> of(Set.of(), 1, answer("a", BOTH, BOTH), answer("a", BOTH, BOTH)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
