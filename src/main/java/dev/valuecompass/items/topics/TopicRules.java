package dev.valuecompass.items.topics;

import java.util.List;

/**
 * The numbers of topic preparation.
 *
 * @param expansions further topics asked for each topic; 0 for none
 * @param fewestWords of a topic
 * @param mostWords of a topic
 * @param sameLetters Jaccard similarity of runs of five characters from which two topics are one
 * @param sameMeaning cosine of embeddings from which two topics are neighbours
 * @param categories that topics are sorted into; empty when they keep their own
 * @param seed of the clustering and of the balanced sample
 */
public record TopicRules(
        int expansions,
        int fewestWords,
        int mostWords,
        double sameLetters,
        double sameMeaning,
        List<String> categories,
        long seed) {
    /** As {@code docs/item-quality.md} gives reasons for: 4 to 80 words, .7 and .94, nothing expanded or categorised. */
    public static TopicRules standard(long seed) {
        return new TopicRules(0, 4, 80, 0.7, 0.94, List.of(), seed);
    }

    /** The same with so many further topics asked for each, 0 or more. */
    public TopicRules expanding(int each) {
        return new TopicRules(each, fewestWords, mostWords, sameLetters, sameMeaning, categories, seed);
    }

    /** The same with topics sorted into these categories; none leaves them as they are. */
    public TopicRules into(List<String> names) {
        return new TopicRules(expansions, fewestWords, mostWords, sameLetters, sameMeaning, names, seed);
    }

    /** @param cosine in (0, 1) */
    public TopicRules meaning(double cosine) {
        return new TopicRules(expansions, fewestWords, mostWords, sameLetters, cosine, categories, seed);
    }
}
