package dev.valuecompass.site.item;

import dev.valuecompass.items.SetFigures;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ItemRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures of the asked items, the initial ones beside the generated ones. */
final class ItemSetTableBuilder {
    private static final int SHOWN = 5;

    private ItemSetTableBuilder() {}

    static ItemSetTable table(List<ItemRecord> lines, PageTexts words) {
        List<SetFigures> sets = SetFigures.compare(
                lines.stream().map(ItemSetTableBuilder::entry).toList());
        return new ItemSetTable(
                sets.stream().map(set -> words.get("set.kind-" + set.kind())).toList(),
                List.of(
                        row(words.get("section.items"), sets, set -> Integer.toString(set.items())),
                        row(words.get("set.length"), sets, set -> Figures.one(set.meanWords())),
                        row(words.get("set.self-bleu"), sets, set -> Figures.two(set.selfBleu())),
                        row(words.get("set.distinct"), sets, set -> Figures.two(set.distinct2())),
                        row(words.get("set.similarity"), sets, set -> Figures.two(set.similarity())),
                        row(words.get("set.entropy"), sets, set -> Figures.two(set.entropy())),
                        row(words.get("set.informativeness"), sets, set -> Figures.two(set.informativeness())),
                        row(
                                words.get("set.categories"),
                                sets,
                                set -> Integer.toString(set.categories().size())),
                        row(words.get("set.countries"), sets, set -> most(set.countries(), words)),
                        row(words.get("set.years"), sets, set -> most(set.years(), words))));
    }

    private static SetFigures.ScoredItem entry(ItemRecord line) {
        OptionalDouble bits =
                line.entropy().values().stream().mapToDouble(value -> value).average();
        Double power = bits.isPresent() ? ItemEntropy.normalised(bits.getAsDouble()) : null;
        return new SetFigures.ScoredItem(line.item(), power, line.similarity());
    }

    private static ItemSetTable.Row row(String name, List<SetFigures> sets, Function<SetFigures, String> figure) {
        return new ItemSetTable.Row(name, sets.stream().map(figure).toList());
    }

    private static String most(Map<?, Integer> counts, PageTexts words) {
        if (counts.isEmpty()) {
            return words.get("set.none");
        }
        List<String> first = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<?, Integer> count) -> -count.getValue()))
                .limit(SHOWN)
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
        return HostileText.line(words.get(
                counts.size() > SHOWN ? "set.most" : "set.all", "n", counts.size(), "first", words.list(first)));
    }
}
