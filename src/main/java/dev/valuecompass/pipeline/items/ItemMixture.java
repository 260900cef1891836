package dev.valuecompass.pipeline.items;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The items of a period of an evolving system: a share of anchors from the period before, marked, so that drift of the
 * models can be told from a new test; the rest new ones, none too close to anything published.
 *
 * @param items anchors first, each kind in its order
 * @param anchors how many were carried over
 * @param echoes how many new items were left out for being too close to a published one
 */
record ItemMixture(List<Item> items, int anchors, int echoes) {
    /**
     * @param made new items, best first
     * @param encoder is made only when there is something to compare with
     */
    public static ItemMixture of(
            List<Item> made, PublishedItems published, Shares rule, Supplier<? extends SentenceEncoder> encoder) {
        int all = rule.wanted() == 0 ? made.size() : rule.wanted();
        List<Item> previous = published.latest();
        int share = Math.min(previous.size(), (int) Math.round(all * rule.anchors()));
        List<Item> items = new ArrayList<>();
        if (share > 0) {
            ItemSelection.balanced(previous, share, rule.seed()).forEach(item -> items.add(item.asAnchor(true)));
        }
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.id()));
        List<Item> earlier = published.all();
        List<Item> fresh = earlier.isEmpty()
                ? made
                : new ContaminationGuard(encoder.get(), earlier, ContaminationGuard.CLOSE).fresh(made);
        fresh.stream()
                .filter(item -> ids.add(item.id()))
                .limit(Math.max(0, all - share))
                .forEach(items::add);
        return new ItemMixture(List.copyOf(items), share, made.size() - fresh.size());
    }

    /**
     * How it is mixed.
     *
     * @param wanted how many items in all; 0 for as many as were made
     * @param anchors share of anchors, in [0, 1); rounded to whole items
     * @param seed of the choice of anchors
     */
    public record Shares(int wanted, double anchors, long seed) {}
}
