package dev.valuecompass.scores.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
