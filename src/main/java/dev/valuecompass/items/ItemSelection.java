package dev.valuecompass.items;

import dev.valuecompass.io.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A seeded, balanced choice from a pool: the counts of the dimensions differ by at most one while their items last,
 * and so do those of the categories within a dimension. An item's luck hangs on its id and the seed alone, so adding
 * items to a pool changes little of what is chosen.
 */
public final class ItemSelection {
    private ItemSelection() {}

    /**
     * @param wanted how many; 0, or more than there are, for all
     * @return in the order of the pool
     */
    public static List<Item> balanced(List<Item> pool, int wanted, long seed) {
        if (wanted < 0) {
            throw new IllegalArgumentException("cannot choose " + wanted + " items");
        }
        if (wanted == 0 || wanted >= pool.size()) {
            return List.copyOf(pool);
        }
        Map<List<String>, Map<String, List<Item>>> groups = new LinkedHashMap<>();
        pool.stream()
                .sorted(Comparator.comparing(item -> luck(seed, "item", item.id())))
                .forEach(item -> groups.computeIfAbsent(item.dimensions(), dimensions -> new LinkedHashMap<>())
                        .computeIfAbsent(item.category(), category -> new ArrayList<>())
                        .add(item));
        Set<String> chosen = new HashSet<>();
        List<RoundRobin> dimensions = groups.entrySet().stream()
                .sorted(Comparator.comparing(group -> luck(seed, "dimensions", String.join(",", group.getKey()))))
                .map(group -> new RoundRobin(group.getValue(), seed))
                .toList();
        while (chosen.size() < wanted) {
            for (RoundRobin dimension : dimensions) {
                if (chosen.size() < wanted && dimension.hasNext()) {
                    chosen.add(dimension.next().id());
                }
            }
        }
        return pool.stream().filter(item -> chosen.contains(item.id())).toList();
    }

    private static String luck(long seed, String kind, String name) {
        return Digest.sha256(seed + "\n" + kind + "\n" + name);
    }

    /** The items of one dimension, a category after the other in turn. */
    private static final class RoundRobin {
        private final List<List<Item>> rows;
        private int row = -1;
        private int left;

        RoundRobin(Map<String, List<Item>> categories, long seed) {
            rows = categories.entrySet().stream()
                    .sorted(Comparator.comparing(category -> luck(seed, "category", category.getKey())))
                    .<List<Item>>map(category -> new ArrayList<>(category.getValue()))
                    .toList();
            left = rows.stream().mapToInt(List::size).sum();
        }

        boolean hasNext() {
            return left > 0;
        }

        Item next() {
            do {
                row = (row + 1) % rows.size();
            } while (rows.get(row).isEmpty());
            left--;
            return rows.get(row).remove(rows.get(row).size() - 1);
        }
    }
}
