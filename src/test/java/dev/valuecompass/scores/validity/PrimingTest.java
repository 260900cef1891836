package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of scores when a model is told to hold a value. */
class PrimingTest {
    @Test
    void valuesAcrossAreThoseThatLieTwoFifthsOfTheCircleAway() {
        assertThat(Priming.across(0, 10)).containsExactly(4, 5, 6);
        assertThat(Priming.across(8, 10)).containsExactly(2, 3, 4);
        assertThat(Priming.across(1, 4)).containsExactly(3);
    }

    /** Four questions: shown by one answer before, by three after; h = 2 asin √.75 − 2 asin √.25 = 1.0472 (Cohen 1988). */
    @Test
    void riseAndEffectAreThoseOfTheWorkedExample() {
        Priming.OfModel told = Priming.of(
                "m", "care", List.of("+-", "..", ".+", "-+"), List.of("+.", "+.", "+.", ".+"), 0, List.of(1), 0.9);
        assertThat(told.before()).isEqualTo(25);
        assertThat(told.after()).isEqualTo(75);
        assertThat(told.rise().score()).isEqualTo(50);
        assertThat(told.effect()).isCloseTo(Math.PI / 3, within(1e-9));
        assertThat(told.opposites().score()).isEqualTo(-25);
        assertThat(Priming.sign(told.rise())).isZero();
    }

    @Test
    void questionWithoutALabelOnOneSideDoesNotCount() {
        Priming.OfModel told =
                Priming.of("m", "care", List.of("+", "?", ".", "."), List.of("+", "+", "?", "+"), 0, List.of(), 0.9);
        assertThat(told.items()).isEqualTo(2);
        assertThat(told.rise().score()).isEqualTo(50);
        assertThat(told.opposites()).isNull();
        assertThat(Priming.of("m", "care", List.of("+", "?"), List.of("?", "+"), 0, List.of(), 0.9))
                .isNull();
    }

    @Test
    void overTheModelsThoseAreCountedInWhichItRose() {
        Priming.OfModel up = Priming.of("a", "care", List.of(".", "."), List.of("+", "+"), 0, List.of(), 0.9);
        Priming.OfModel same = Priming.of("b", "care", List.of("+", "."), List.of("+", "."), 0, List.of(), 0.9);
        Priming.OfValue value = Priming.of("care", List.of(up, same), 0.9);
        assertThat(value.rose()).isEqualTo(1);
        assertThat(value.models()).isEqualTo(2);
        assertThat(value.rise().score()).isEqualTo(50);
    }

    /** Two models on two values of a circle of four: the figures of a system are those of its rows. */
    @Test
    void figuresOfASystemFollowFromItsRows() {
        List<String> circle = List.of("a", "b", "c", "d");
        TreeMap<String, Priming.InstructedLabels> rows = new TreeMap<>();
        for (String model : List.of("m", "n")) {
            TreeMap<String, List<String>> told = new TreeMap<>();
            circle.forEach(value -> told.put(value, List.of("+...", "+.+.")));
            rows.put(model, new Priming.InstructedLabels(List.of("..+.", model.equals("m") ? "..+." : "+.+."), told));
        }
        Priming.OfSystem system = Priming.OfSystem.of("toy", new Priming.Asked(0.9, circle, List.of("q1", "q2"), rows));
        assertThat(system.models()).hasSize(8);
        Priming.OfValue first = system.values().get(0);
        assertThat(first.rise().score()).as("100 and 50 points").isEqualTo(75);
        assertThat(first.rose()).isEqualTo(2);
        assertThat(first.opposites().score()).as("c lies across").isEqualTo(-50);
        assertThat(system.values().get(1).rise().score()).isZero();
    }
}
