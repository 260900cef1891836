package dev.valuecompass.pipeline.validation;

import dev.valuecompass.items.Item;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The questions that a simulation asks, and all those that it might have asked. The starting items are too few for large
 * samples, so each comes in numbered variants; to a fictional model every variant is a question of its own.
 *
 * @param population every question, in the order of the pool
 * @param asked for each dimension those to ask, in the order in which they are used; one list alone for a system whose
 *     items measure all dimensions
 */
record SimulationQuestions(List<Item> population, List<List<Item>> asked) {
    private static final int VARIANTS = 20;

    static SimulationQuestions draw(ValueSystem system, List<Item> pool, int items, long seed) {
        List<Item> population = new ArrayList<>();
        for (int variant = 1; variant <= VARIANTS; variant++) {
            for (Item item : pool) {
                population.add(variant == 1 ? item : variant(item, variant));
            }
        }
        List<Item> shuffled = new ArrayList<>(population);
        Collections.shuffle(shuffled, new Random(seed));
        List<List<Item>> asked = system.measures() == Measures.ALL
                ? List.of(first(shuffled, items))
                : system.dimensionIds().stream()
                        .map(dimension -> first(
                                shuffled.stream()
                                        .filter(item -> item.dimensions().contains(dimension))
                                        .toList(),
                                items))
                        .toList();
        return new SimulationQuestions(List.copyOf(population), asked);
    }

    /** Every question that is asked. */
    List<Item> all() {
        return asked.stream().flatMap(List::stream).toList();
    }

    /**
     * Positions in {@link #all()} of disjoint sets of questions with so many a dimension.
     *
     * @param items a dimension; at most as many as were drawn
     */
    List<List<Integer>> blocks(int items) {
        int most = asked.stream().mapToInt(List::size).min().orElse(0);
        List<List<Integer>> blocks = new ArrayList<>();
        for (int from = 0; from + items <= most; from += items) {
            List<Integer> block = new ArrayList<>();
            int before = 0;
            for (List<Item> ofDimension : asked) {
                for (int i = from; i < from + items; i++) {
                    block.add(before + i);
                }
                before += ofDimension.size();
            }
            blocks.add(block);
        }
        return blocks;
    }

    private static Item variant(Item item, int number) {
        return new Item(
                item.id() + "-" + number,
                item.system(),
                item.dimensions(),
                item.category(),
                item.text() + " [" + number + "]",
                item.anchor(),
                item.provenance());
    }

    private static List<Item> first(List<Item> items, int count) {
        return List.copyOf(items.subList(0, Math.min(count, items.size())));
    }
}
