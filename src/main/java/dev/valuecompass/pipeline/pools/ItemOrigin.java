package dev.valuecompass.pipeline.pools;

import dev.valuecompass.items.Gazetteer;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.SetFigures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Generated items of one origin: what one explorer wrote, what speaks of one part of the world, of one year (AdAEM, Figs. 4,
 * 5 and 13).
 *
 * @param by {@code explorer}, {@code region} or {@code year}
 * @param name id of the explorer, part of the world, or year
 * @param items how many; one that speaks of two regions counts in both
 * @param informativeness mean reward by which they were chosen; null when none is known
 * @param entropy mean normalised entropy of the labels over the panel; null when none was measured
 */
public record ItemOrigin(String by, String name, int items, Double informativeness, Double entropy) {
    /** Explorers, then regions, then years, each sorted; starting items are left out. */
    static List<ItemOrigin> of(List<SetFigures.ScoredItem> entries, Gazetteer gazetteer) {
        List<SetFigures.ScoredItem> generated = entries.stream()
                .filter(entry -> !SetFigures.initial(entry.item()))
                .toList();
        List<ItemOrigin> origins = new ArrayList<>();
        add(
                origins,
                "explorer",
                generated,
                item -> Stream.of(item.provenance().model()).filter(model -> !model.isEmpty()));
        add(
                origins,
                "region",
                generated,
                item -> item.provenance().countries().stream()
                        .map(gazetteer.countries()::get)
                        .filter(Objects::nonNull)
                        .map(Gazetteer.Country::region)
                        .distinct());
        add(
                origins,
                "year",
                generated,
                item -> item.provenance().years().stream().map(year -> Integer.toString(year)));
        return List.copyOf(origins);
    }

    private static void add(
            List<ItemOrigin> origins,
            String by,
            List<SetFigures.ScoredItem> entries,
            Function<Item, Stream<String>> names) {
        SortedMap<String, List<SetFigures.ScoredItem>> groups = new TreeMap<>();
        for (SetFigures.ScoredItem entry : entries) {
            names.apply(entry.item())
                    .forEach(name -> groups.computeIfAbsent(name, one -> new ArrayList<>())
                            .add(entry));
        }
        for (Map.Entry<String, List<SetFigures.ScoredItem>> group : groups.entrySet()) {
            origins.add(new ItemOrigin(
                    by,
                    group.getKey(),
                    group.getValue().size(),
                    mean(group.getValue().stream()
                            .map(entry -> SetFigures.reward(entry.item()))
                            .toList()),
                    mean(group.getValue().stream()
                            .map(SetFigures.ScoredItem::power)
                            .toList())));
        }
    }

    private static Double mean(Collection<Double> values) {
        OptionalDouble mean = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
