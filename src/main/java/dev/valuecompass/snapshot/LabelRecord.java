package dev.valuecompass.snapshot;

import dev.valuecompass.llm.Outcome;

/**
 * One line of {@code labels/<model>.jsonl}: all that scores are recomputed from.
 *
 * @param labels one character for each dimension of the item's system, in its order: {@code +} expresses, {@code .} not,
 *     {@code -} opposes, {@code ?} unscored, space not measured
 */
public record LabelRecord(String item, int sample, Outcome outcome, String labels) {}
