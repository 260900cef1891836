package dev.valuecompass.snapshot;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import java.util.List;

/**
 * One published answer, as text and spans, never as HTML.
 *
 * @param id unique in its period and model, used in addresses
 * @param item id of the item; empty when the source does not say
 * @param prompt what was asked
 * @param answer what the model wrote, as it came
 */
public record Case(
        String id,
        String model,
        String system,
        String item,
        String prompt,
        String answer,
        List<ValueReading> readings) {

    /**
     * The answer seen from one dimension.
     *
     * @param score the source's own figure for this case, where it publishes one; null otherwise
     * @param strength in [0, 1]; null when the source does not say
     */
    public record ValueReading(String dimension, Label label, Double strength, Double score, List<Evidence> evidence) {}
}
