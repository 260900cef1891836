package dev.valuecompass.items.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.items.HashedWords;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerModelTest {
    private static MeasuredItem measured(String id, String text, Map<String, Double> power) {
        Provenance pool = new Provenance("pool", "", "", "", "", Map.of());
        return new MeasuredItem(new Item(id, "toy", List.copyOf(power.keySet()), "", text, false, pool), power);
    }

    /** Items about taxes tell models apart, items about bread do not. */
    private static List<MeasuredItem> taxesAndBread(int n) {
        List<MeasuredItem> measured = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean tax = i % 2 == 0;
            String text = "Should the " + (tax ? "tax on inheritance" : "baker of bread") + " number " + i + " rise?";
            measured.add(measured("q" + i, text, Map.of("fairness", tax ? 0.9 : 0.1, "care", tax ? 0.2 : 0.3)));
        }
        return measured;
    }

    @Test
    void learnsEachDimensionForItself() {
        PowerModel model =
                PowerModel.learn(new HashedWords(), taxesAndBread(60)).orElseThrow();
        assertThat(model.dimensions()).containsExactly("care", "fairness");
        assertThat(model.predict("Is a tax on inheritance theft?", "fairness"))
                .isGreaterThan(model.predict("Is bread of the baker good?", "fairness") + 0.3);
        assertThat(model.predict("Is a tax on inheritance theft?", "care"))
                .isLessThan(model.predict("Is bread of the baker good?", "care"));
        assertThat(model.error("fairness").explained()).isGreaterThan(0.8);
        assertThatThrownBy(() -> model.predict("x", "loyalty")).hasMessageContaining("loyalty");
    }

    /** Two dimensions of twelve items each are too few apart and enough together. */
    @Test
    void dimensionsOfFewItemsShare() {
        List<MeasuredItem> measured = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String dimension = i < 12 ? "fairness" : "care";
            measured.add(measured("q" + i, "Story " + i, Map.of(dimension, i < 12 ? 0.8 : 0.2)));
        }
        PowerModel model = PowerModel.learn(new HashedWords(), measured).orElseThrow();
        assertThat(model.predict("Story of old", "fairness")).isGreaterThan(0.6);
        assertThat(model.predict("Story of old", "care")).isLessThan(0.4);
    }

    @Test
    void learnsNothingFromNearlyNothing() {
        assertThat(PowerModel.learn(new HashedWords(), taxesAndBread(PowerModel.FEWEST - 1)))
                .isEmpty();
        assertThat(PowerModel.learn(new HashedWords(), List.of())).isEmpty();
    }
}
