package dev.valuecompass.items.topics;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.ListReader;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a heap of topics to a pool: expansion, length filter, repeats to the letter (MinHash), repeats in meaning (k-means
 * and DBSCAN over embeddings, one representative a group), categories, a balanced sample, yes/no questions. The steps
 * that need a model are left out when there is none.
 */
public final class TopicPreparation {
    private final ValueSystem system;
    private final SentenceEncoder encoder;
    private final TopicRules rules;
    private final Optional<TopicWriting> writing;

    private TopicPreparation(
            ValueSystem system, SentenceEncoder encoder, TopicRules rules, Optional<TopicWriting> writing) {
        this.system = system;
        this.encoder = encoder;
        this.rules = rules;
        this.writing = writing;
    }

    /** Without a model: nothing is expanded, categorised or reworded. */
    public static TopicPreparation alone(ValueSystem system, SentenceEncoder encoder, TopicRules rules) {
        return new TopicPreparation(system, encoder, rules, Optional.empty());
    }

    /** One in which a model expands, sorts and rewords. @param refusals decide what of it may become an item */
    public static TopicPreparation with(
            WritingModel author,
            Refusals refusals,
            TopicPrompts prompts,
            ValueSystem system,
            SentenceEncoder encoder,
            TopicRules rules) {
        return new TopicPreparation(system, encoder, rules, Optional.of(new TopicWriting(author, prompts, refusals)));
    }

    /**
     * What came of it.
     *
     * @param items the pool, in the order of the input
     * @param given topics at the start
     * @param expanded topics after expansion
     * @param fitting of these, those of a fitting length
     * @param distinct of these, those that are no repeat to the letter
     * @param meanings of these, those that stand for a group of one meaning
     * @param questions items that are a yes/no question
     */
    public record Prepared(
            List<Item> items, int given, int expanded, int fitting, int distinct, int meanings, int questions) {}

    /** @param wanted how many items to choose, balanced over dimensions and categories; 0 for all */
    public Prepared prepare(List<Item> topics, int wanted) {
        List<Item> expanded = unique(rules.expansions() == 0 ? topics : expanded(topics));
        List<Item> fitting = expanded.stream().filter(this::fits).toList();
        List<Item> distinct = select(fitting, new NearDuplicates(rules.sameLetters()).kept(texts(fitting)));
        VectorTable vectors = VectorTable.of(encoder, texts(distinct));
        List<Item> meanings =
                select(distinct, new SameMeaning(rules.sameMeaning(), rules.seed()).representatives(vectors));
        List<Item> categorised = rules.categories().isEmpty()
                ? meanings
                : writing.map(model -> model.categorised(meanings, rules.categories()))
                        .orElse(meanings);
        List<Item> chosen = ItemSelection.balanced(categorised, wanted, rules.seed());
        List<Item> items = system.elicitation() == Elicitation.OPINION
                ? writing.map(model -> model.asked(chosen)).orElse(chosen)
                : chosen;
        return new Prepared(
                items, topics.size(), expanded.size(), fitting.size(), distinct.size(), meanings.size(), (int)
                        items.stream()
                                .filter(item -> TopicWriting.isQuestion(item.text()))
                                .count());
    }

    private List<Item> expanded(List<Item> topics) {
        return writing.map(model -> model.expanded(topics, rules.expansions(), system.elicitation()))
                .orElse(topics);
    }

    private boolean fits(Item item) {
        int words = ListReader.words(item.text());
        return words >= rules.fewestWords() && words <= rules.mostWords();
    }

    /** Ids of expansions follow from their texts, so two topics that led to the same text led to one item. */
    private static List<Item> unique(List<Item> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().filter(item -> seen.add(item.id())).toList();
    }

    private static List<String> texts(List<Item> items) {
        return items.stream().map(Item::text).toList();
    }

    private static List<Item> select(List<Item> items, int[] places) {
        return Arrays.stream(places).mapToObj(items::get).toList();
    }
}
