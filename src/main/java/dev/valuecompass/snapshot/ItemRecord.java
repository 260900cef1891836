package dev.valuecompass.snapshot;

import dev.valuecompass.items.Item;
import java.util.Map;

/**
 * One line of {@code items.jsonl}.
 *
 * @param entropy by dimension id: entropy in bits of the labels over the models, the item's discriminative power
 */
public record ItemRecord(Item item, Map<String, Double> entropy) {}
