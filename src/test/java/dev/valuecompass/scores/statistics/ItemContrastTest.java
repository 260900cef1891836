package dev.valuecompass.scores.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.scores.statistics.ItemContrast.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemContrastTest {
    /**
     * One stratum, every item a cluster: 80, 60, 70 against 40, 20, 30. Difference 40; the items add 10/3, −10/3 and 0 of each
     * kind, so the variance is 4 · 100/9 · 3/2 = 66.67 and the error 8.165. Two degrees of freedom: t = 4.899, p = 0.0392.
     */
    @Test
    void byHand() {
        List<Case> cases = new ArrayList<>();
        double[][] values = {{80, 60, 70}, {40, 20, 30}};
        for (int kind = 0; kind < 2; kind++) {
            for (int i = 0; i < 3; i++) {
                cases.add(new Case("v", kind + "-" + i, kind == 0, values[kind][i]));
            }
        }
        ItemContrast found = ItemContrast.of(cases, 0.95);
        assertThat(found.change().mean()).isCloseTo(40, within(1e-12));
        assertThat(found.change().p()).isCloseTo(0.0392, within(1e-4));
        assertThat(found.clusters()).isEqualTo(6);
        assertThat(ItemContrast.of(cases.subList(0, 4), 0.95))
                .as("one item of a kind")
                .isNull();
        assertThat(ItemContrast.of(cases.subList(0, 3), 0.95)).as("one kind").isNull();
    }

    /** A value that only one kind of item is about says nothing of the kinds. */
    @Test
    void kindsAreComparedWithinAStratum() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cases.add(new Case("easy", "a" + i, true, 90 + i));
            cases.add(new Case("both", "b" + i, true, 50 + i));
            cases.add(new Case("both", "c" + i, false, 50 + i));
        }
        assertThat(ItemContrast.of(cases, 0.95).change().mean()).isCloseTo(0, within(1e-12));
    }

    /** Items of both kinds from one heap, topics alike in themselves: seldom more than one in twenty is taken for a difference. */
    @Test
    void kindsThatDoNotDifferAreSeldomTakenForDifferent() {
        Random random = new Random(6);
        int worlds = 1_000;
        for (int shared = 0; shared < 2; shared++) {
            int held = 0;
            for (int world = 0; world < worlds; world++) {
                List<Case> cases = new ArrayList<>();
                for (String value : List.of("care", "fairness", "loyalty")) {
                    for (int topic = 0; topic < 8; topic++) {
                        double level = 50 + 15 * random.nextGaussian();
                        for (int i = 0; i < 4; i++) {
                            boolean first = shared == 1 ? i == 0 : topic % 2 == 0;
                            cases.add(new Case(value, value + topic, first, level + 10 * random.nextGaussian()));
                        }
                    }
                }
                held += ItemContrast.of(cases, 0.95).change().p() <= 0.05 ? 1 : 0;
            }
            assertThat(held / (double) worlds).isLessThanOrEqualTo(0.05 + 2 * Math.sqrt(0.05 * 0.95 / worlds));
        }
    }
}
