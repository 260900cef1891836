package dev.valuecompass.scores;

/** What a bootstrap draws as a whole. */
public enum ResampledUnit {
    /** Each item for itself, as periods were frozen before version 3. */
    ITEM,
    /** All items of one topic, whose answers hang together; an item without a known topic is one for itself. */
    TOPIC
}
