package dev.valuecompass.site.item;

import dev.valuecompass.items.SetFigures;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.evidence.ReferenceSets.ReferenceSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures of the asked items, the initial ones beside the generated ones, and beside both other sets (Table 1 of AdAEM). */
final class ItemSetTableBuilder {
    private static final int SHOWN = 5;

    private static final Function<ReferenceSet, String> UNKNOWN = other -> Figures.MISSING;

    private final List<SetFigures> sets;
    private final List<ReferenceSet> references;

    private ItemSetTableBuilder(List<SetFigures> sets, List<ReferenceSet> references) {
        this.sets = sets;
        this.references = references;
    }

    /** @param references other sets of items, which were never asked */
    static ItemSetTable table(List<ItemRecord> lines, List<ReferenceSet> references, PageTexts words) {
        List<SetFigures> sets = SetFigures.compare(
                lines.stream().map(ItemSetTableBuilder::entry).toList());
        ItemSetTableBuilder table = new ItemSetTableBuilder(sets, references);
        return new ItemSetTable(
                references.isEmpty()
                        ? words.get("set.about")
                        : words.sentences(words.get("set.about"), words.get("set.others")),
                Stream.concat(
                                sets.stream().map(set -> words.get("set.kind-" + set.kind())),
                                references.stream().map(ItemSetTableBuilder::name))
                        .toList(),
                List.of(
                        table.row(
                                words.get("section.items"),
                                set -> Integer.toString(set.items()),
                                other -> Integer.toString(other.items())),
                        table.row(
                                words.get("set.length"),
                                set -> Figures.one(set.meanWords()),
                                other -> Figures.one(other.meanWords())),
                        table.row(
                                words.get("set.self-bleu"),
                                set -> Figures.two(set.selfBleu()),
                                other -> Figures.two(other.selfBleu())),
                        table.row(
                                words.get("set.distinct"),
                                set -> Figures.two(set.distinct2()),
                                other -> Figures.two(other.distinct2())),
                        table.row(words.get("set.similarity"), set -> Figures.two(set.similarity()), UNKNOWN),
                        table.row(words.get("set.entropy"), set -> Figures.two(set.entropy()), UNKNOWN),
                        table.row(words.get("set.informativeness"), set -> Figures.two(set.informativeness()), UNKNOWN),
                        table.row(
                                words.get("set.categories"),
                                set -> Integer.toString(set.categories().size()),
                                other -> Integer.toString(other.categories())),
                        table.row(words.get("set.countries"), set -> most(set.countries(), words), UNKNOWN),
                        table.row(words.get("set.years"), set -> most(set.years(), words), UNKNOWN)));
    }

    /** Without the folder and the ending of its file. */
    private static String name(ReferenceSet set) {
        return HostileText.line(set.file().replaceAll("^.*/", "").replaceFirst("[.][^.]*$", ""));
    }

    private static SetFigures.ScoredItem entry(ItemRecord line) {
        OptionalDouble bits =
                line.entropy().values().stream().mapToDouble(value -> value).average();
        Double power = bits.isPresent() ? ItemEntropy.normalised(bits.getAsDouble()) : null;
        return new SetFigures.ScoredItem(line.item(), power, line.similarity());
    }

    private ItemSetTable.Row row(
            String name, Function<SetFigures, String> figure, Function<ReferenceSet, String> ofOther) {
        return new ItemSetTable.Row(
                name,
                Stream.concat(sets.stream().map(figure), references.stream().map(ofOther))
                        .toList());
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
        return HostileText.line(words.text(counts.size() > SHOWN ? "set.most" : "set.all")
                .with("n", counts.size())
                .with("first", words.list(first))
                .get());
    }
}
