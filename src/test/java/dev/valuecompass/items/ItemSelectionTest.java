package dev.valuecompass.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemSelectionTest {
    /** Three dimensions of 4, 20 and 40 items, each in categories of unequal size. */
    private static List<Item> pool() {
        List<Item> pool = new ArrayList<>();
        int[] sizes = {4, 20, 40};
        for (int d = 0; d < sizes.length; d++) {
            for (int i = 0; i < sizes[d]; i++) {
                pool.add(item("d" + d + "-" + i, "d" + d, i % 4 == 0 ? "rare" : i % 2 == 0 ? "some" : "many"));
            }
        }
        return pool;
    }

    private static Item item(String id, String dimension, String category) {
        return new Item(
                id,
                "toy",
                List.of(dimension),
                category,
                "Is " + id + " so?",
                false,
                new Provenance("pool", "", "", "", "", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 99})
    void dimensionsAndCategoriesAreBalanced(long seed) {
        List<Item> chosen = ItemSelection.balanced(pool(), 28, seed);
        Map<List<String>, Long> dimensions =
                chosen.stream().collect(Collectors.groupingBy(Item::dimensions, Collectors.counting()));
        // The first dimension has only 4 items; the other two share the remaining 24.
        assertThat(dimensions).containsEntry(List.of("d0"), 4L).containsEntry(List.of("d1"), 12L);
        assertThat(chosen.stream()
                        .filter(item -> item.dimensions().contains("d2"))
                        .collect(Collectors.groupingBy(Item::category, Collectors.counting()))
                        .values())
                .containsOnly(4L);
    }

    @Test
    void keepsTheOrderOfThePoolAndDependsOnTheSeedAlone() {
        List<Item> chosen = ItemSelection.balanced(pool(), 10, 7);
        assertThat(chosen).isEqualTo(ItemSelection.balanced(pool(), 10, 7)).isSubsetOf(pool());
        assertThat(chosen).isNotEqualTo(ItemSelection.balanced(pool(), 10, 8));
        List<Item> pool = pool();
        assertThat(chosen.stream().map(pool::indexOf).toList()).isSorted();
    }

    @Test
    void theOrderOfThePoolDoesNotDecide() {
        List<Item> reversed = new ArrayList<>(pool());
        java.util.Collections.reverse(reversed);
        assertThat(new HashSet<>(ItemSelection.balanced(reversed, 10, 7)))
                .isEqualTo(new HashSet<>(ItemSelection.balanced(pool(), 10, 7)));
    }

    @Test
    void aLargerChoiceHoldsTheSmaller() {
        Set<Item> small = new HashSet<>(ItemSelection.balanced(pool(), 10, 7));
        assertThat(ItemSelection.balanced(pool(), 30, 7)).containsAll(small);
    }

    @Test
    void zeroOrTooManyIsAll() {
        assertThat(ItemSelection.balanced(pool(), 0, 7)).isEqualTo(pool());
        assertThat(ItemSelection.balanced(pool(), 1000, 7)).isEqualTo(pool());
    }
}
