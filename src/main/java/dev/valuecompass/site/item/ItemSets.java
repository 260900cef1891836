package dev.valuecompass.site.item;

import dev.valuecompass.items.stats.SetFigures;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.ItemSetTable;
import dev.valuecompass.snapshot.ItemRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of the asked items, the initial ones beside the generated ones. */
final class ItemSets {
    private static final int SHOWN = 5;

    private ItemSets() {}

    static ItemSetTable table(List<ItemRecord> lines) {
        List<SetFigures> sets =
                SetFigures.compare(lines.stream().map(ItemSets::entry).toList());
        return new ItemSetTable(
                sets.stream().map(SetFigures::kind).toList(),
                List.of(
                        row("Items", sets, set -> Integer.toString(set.items())),
                        row("Mean length in words", sets, set -> Figures.one(set.meanWords())),
                        row("Self-BLEU", sets, set -> Figures.two(set.selfBleu())),
                        row("Distinct-2", sets, set -> Figures.two(set.distinct2())),
                        row("Mean similarity", sets, set -> Figures.two(set.similarity())),
                        row("Entropy, normalised", sets, set -> Figures.two(set.entropy())),
                        row("Informativeness", sets, set -> Figures.two(set.informativeness())),
                        row(
                                "Categories",
                                sets,
                                set -> Integer.toString(set.categories().size())),
                        row("Countries mentioned", sets, set -> most(set.countries())),
                        row("Years mentioned", sets, set -> most(set.years()))));
    }

    private static SetFigures.Entry entry(ItemRecord line) {
        OptionalDouble bits =
                line.entropy().values().stream().mapToDouble(value -> value).average();
        Double power = bits.isPresent() ? ItemEntropy.normalised(bits.getAsDouble()) : null;
        return new SetFigures.Entry(line.item(), power, line.similarity());
    }

    private static ItemSetTable.Row row(String name, List<SetFigures> sets, Function<SetFigures, String> figure) {
        return new ItemSetTable.Row(name, sets.stream().map(figure).toList());
    }

    private static String most(Map<?, Integer> counts) {
        if (counts.isEmpty()) {
            return "none";
        }
        String first = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<?, Integer> count) -> -count.getValue()))
                .limit(SHOWN)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return HostileText.line(counts.size() + ": " + first + (counts.size() > SHOWN ? " and others" : ""));
    }
}
