package dev.valuecompass.items;

import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one set of items. A figure that cannot be told is null.
 *
 * @param kind {@code initial} (from a pool), {@code generated}, {@code all}, or the file of a reference pool
 * @param items how many
 * @param meanWords mean length in words
 * @param selfBleu mean BLEU of each text against the others, in [0, 1]; low is varied
 * @param distinct2 different pairs of words over all pairs of words, in (0, 1]; high is varied
 * @param similarity mean cosine of the embeddings of two items, in [−1, 1]; low is varied
 * @param entropy mean normalised entropy of the labels over the panel, in [0, 1]
 * @param informativeness mean reward by which generated items were chosen
 * @param categories items by category
 * @param countries items by the countries they mention, ISO 3166-1
 * @param years items by the years they mention
 */
@ByName
public record SetFigures(
        String kind,
        int items,
        Double meanWords,
        Double selfBleu,
        Double distinct2,
        Double similarity,
        Double entropy,
        Double informativeness,
        SortedMap<String, Integer> categories,
        SortedMap<String, Integer> countries,
        SortedMap<Integer, Integer> years) {
    /** Name of the whole reward among its terms. */
    private static final String REWARD = "reward";

    /**
     * An item with what was measured of it.
     *
     * @param power mean normalised entropy over its dimensions; null when it was not measured
     * @param similarity mean cosine with the others of its kind; null when unknown
     */
    public record ScoredItem(Item item, Double power, Double similarity) {}

    /** Whether an item was there from the start rather than made for a period. */
    public static boolean initial(Item item) {
        return item.provenance().fromPool();
    }

    /** The initial items, the generated ones, and all, as far as there are any; all only when there are both. */
    public static List<SetFigures> compare(List<ScoredItem> entries) {
        List<ScoredItem> initial =
                entries.stream().filter(entry -> initial(entry.item())).toList();
        List<ScoredItem> generated =
                entries.stream().filter(entry -> !initial(entry.item())).toList();
        if (initial.isEmpty() || generated.isEmpty()) {
            return entries.isEmpty() ? List.of() : List.of(of(initial.isEmpty() ? "generated" : "initial", entries));
        }
        return List.of(of("initial", initial), of("generated", generated), of("all", entries));
    }

    /** The similarity of a mixture is not told: those of the entries are to others of their kind. */
    public static SetFigures of(String kind, List<ScoredItem> entries) {
        List<String> texts = entries.stream().map(entry -> entry.item().text()).toList();
        boolean mixed =
                entries.stream().map(entry -> initial(entry.item())).distinct().count() > 1;
        SortedMap<String, Integer> categories = new TreeMap<>();
        SortedMap<String, Integer> countries = new TreeMap<>();
        SortedMap<Integer, Integer> years = new TreeMap<>();
        for (ScoredItem entry : entries) {
            categories.merge(entry.item().category(), 1, Integer::sum);
            entry.item().provenance().countries().forEach(country -> countries.merge(country, 1, Integer::sum));
            entry.item().provenance().years().forEach(year -> years.merge(year, 1, Integer::sum));
        }
        return SetFiguresFields.builder()
                .kind(kind)
                .items(entries.size())
                .meanWords(mean(texts.stream()
                        .map(text -> (double) NgramTokens.of(text).size())
                        .toList()))
                .selfBleu(SelfBleu.of(texts))
                .distinct2(Distinct.of(texts, 2))
                .similarity(
                        mixed
                                ? null
                                : mean(entries.stream()
                                        .map(ScoredItem::similarity)
                                        .toList()))
                .entropy(mean(entries.stream().map(ScoredItem::power).toList()))
                .informativeness(
                        mean(entries.stream().map(entry -> reward(entry.item())).toList()))
                .categories(categories)
                .countries(countries)
                .years(years)
                .build();
    }

    /** The same with another informativeness, for starting items whose reward stands in the record of a round. */
    public SetFigures worth(Double reward) {
        return SetFiguresFields.copy(this).informativeness(reward).build();
    }

    /** What a generated item was chosen by; null when that is not known. */
    public static Double reward(Item item) {
        Map<String, Double> rewards = item.provenance().rewards();
        return rewards.get(REWARD);
    }

    private static Double mean(List<Double> values) {
        OptionalDouble mean = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
