package dev.valuecompass.pipeline.items;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The items of a period of an evolving system: a share of anchors from the period before, marked, so that drift of the
 * models can be told from a new test; new ones, none too close to anything published; and where a dimension has too few,
 * starting items that were never published.
 *
 * @param items anchors first, then new ones, then those of the pool, each kind in its order
 * @param echoes how many new items were left out for being too close to a published one
 * @param missing by dimension how many items are still wanting; empty when every dimension has enough
 */
record ItemMixture(List<Item> items, int echoes, Map<String, Integer> missing) {
    /**
     * How it is mixed.
     *
     * @param wanted how many items in all; 0 for as many as were made
     * @param anchors share of anchors, in [0, 1); rounded to whole items
     * @param floor items of each dimension at least
     * @param seed of the choice of anchors and of starting items
     */
    public record Shares(int wanted, double anchors, int floor, long seed) {}

    /**
     * What there is.
     *
     * @param made new items, best first
     * @param pool starting items
     * @param dimensions of the system
     */
    public record Stock(List<Item> made, List<Item> pool, List<String> dimensions) {}

    /** @param encoder is made only when there is something to compare with */
    public static ItemMixture of(
            Stock stock, PublishedItems published, Shares rule, Supplier<? extends SentenceEncoder> encoder) {
        List<Item> previous = published.latest();
        List<Item> earlier = published.all();
        int all = rule.wanted() == 0 ? stock.made().size() : rule.wanted();
        int share = Math.min(previous.size(), (int) Math.round(all * rule.anchors()));
        List<Item> anchors = share == 0
                ? List.of()
                : ItemSelection.balanced(previous, share, rule.seed()).stream()
                        .map(item -> item.asAnchor(true))
                        .toList();
        List<Item> unpublished = without(earlier, stock.made());
        List<Item> fresh = earlier.isEmpty()
                ? unpublished
                : new ContaminationGuard(encoder.get(), earlier, ContaminationGuard.CLOSE).fresh(unpublished);

        Floor floor = new Floor(stock.dimensions(), rule.floor());
        anchors.forEach(floor::count);
        Set<Item> needed = fresh.stream().filter(floor::takes).collect(Collectors.toSet());
        List<Item> spare = floor.fill(without(earlier, stock.pool()), rule.seed());
        int left = Math.max(0, all - anchors.size() - needed.size() - spare.size());
        Set<Item> best = fresh.stream()
                .filter(item -> !needed.contains(item))
                .limit(left)
                .collect(Collectors.toSet());

        List<Item> items = new ArrayList<>(anchors);
        fresh.stream()
                .filter(item -> needed.contains(item) || best.contains(item))
                .forEach(items::add);
        items.addAll(spare);
        return new ItemMixture(List.copyOf(items), unpublished.size() - fresh.size(), floor.missing());
    }

    private static List<Item> without(List<Item> published, List<Item> items) {
        Set<String> known = published.stream().map(Item::id).collect(Collectors.toSet());
        return items.stream().filter(item -> known.add(item.id())).toList();
    }

    /** What every dimension still lacks. */
    private static final class Floor {
        private final Map<String, Integer> lacking = new LinkedHashMap<>();

        Floor(List<String> dimensions, int least) {
            dimensions.forEach(dimension -> lacking.put(dimension, least));
        }

        void count(Item item) {
            item.dimensions().forEach(dimension -> lacking.computeIfPresent(dimension, (id, n) -> n - 1));
        }

        /** Whether a dimension of the item lacks items; then it is counted. */
        boolean takes(Item item) {
            boolean lacks = item.dimensions().stream().anyMatch(dimension -> lacking.getOrDefault(dimension, 0) > 0);
            if (lacks) {
                count(item);
            }
            return lacks;
        }

        List<Item> fill(List<Item> pool, long seed) {
            List<Item> taken = new ArrayList<>();
            for (String dimension : List.copyOf(lacking.keySet())) {
                List<Item> fitting = pool.stream()
                        .filter(item -> item.dimensions().contains(dimension) && !taken.contains(item))
                        .toList();
                if (lacking.get(dimension) > 0) {
                    List<Item> some = ItemSelection.balanced(fitting, lacking.get(dimension), seed);
                    some.forEach(this::count);
                    taken.addAll(some);
                }
            }
            return taken;
        }

        Map<String, Integer> missing() {
            Map<String, Integer> missing = new LinkedHashMap<>(lacking);
            missing.values().removeIf(n -> n <= 0);
            return missing;
        }
    }
}
