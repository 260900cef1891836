package dev.valuecompass.items;

import java.util.Map;

/**
 * Where an item comes from.
 *
 * @param generator {@code pool} for starting items, otherwise the generator's name
 * @param parent id of the item or topic it was made from; may be empty
 * @param model id of the model that wrote it; empty for people
 * @param promptDigest SHA-256 of the prompt template; may be empty
 * @param period in which it first appeared, {@code YYYY-MM}
 * @param rewards terms of the informativeness reward by name; may be empty
 */
public record Provenance(
        String generator,
        String parent,
        String model,
        String promptDigest,
        String period,
        Map<String, Double> rewards) {}
