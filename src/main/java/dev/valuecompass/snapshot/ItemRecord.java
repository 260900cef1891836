package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import java.util.Map;

/**
 * One line of {@code items.jsonl}. What was not computed, or cannot be, has no entry.
 *
 * @param entropy by dimension id: entropy in bits of the labels over the models, the item's discriminative power
 * @param betweenModels by dimension id: share of the labels' variance between models, in [0, 1]
 * @param restCorrelation by dimension id: correlation with the models' other items, in [−1, 1]
 * @param similarity mean cosine with the other items of its system and kind (initial or generated); null when unknown
 */
public record ItemRecord(
        Item item,
        Map<String, Double> entropy,
        Map<String, Double> betweenModels,
        Map<String, Double> restCorrelation,
        Double similarity) {

    /** Lines frozen before these figures existed have none of them. */
    public ItemRecord {
        betweenModels = betweenModels == null ? Map.of() : betweenModels;
        restCorrelation = restCorrelation == null ? Map.of() : restCorrelation;
    }

    /** With the entropy alone. */
    public ItemRecord(Item item, Map<String, Double> entropy) {
        this(item, entropy, Map.of(), Map.of(), null);
    }

    /** The same figures of another item. */
    public ItemRecord with(Item other) {
        return new ItemRecord(other, entropy, betweenModels, restCorrelation, similarity);
    }
}
