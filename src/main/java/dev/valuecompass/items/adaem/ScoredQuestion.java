package dev.valuecompass.items.adaem;

import dev.valuecompass.items.Grounding;
import dev.valuecompass.items.ItemVersion;
import java.util.List;

/**
 * A question with what it is worth.
 *
 * @param topic id of the topic that it belongs to
 * @param model id of the explorer that wrote its first form; empty for the topic's own question
 * @param pull in which it was made, from 1; 0 for the topic's own question
 * @param path its forms with what they are worth by the stand-ins of the cheap panel; empty for the topic's own question
 * @param grounding the fact on which it rests; null for the topic's own question
 * @param worth by the strong panel
 */
public record ScoredQuestion(
        String topic,
        String text,
        String model,
        int pull,
        List<ItemVersion> path,
        Grounding grounding,
        Informativeness worth) {
    /** The same with another worth. */
    ScoredQuestion worth(Informativeness other) {
        return new ScoredQuestion(topic, text, model, pull, path, grounding, other);
    }

    /** Whether the models differ on it at all. */
    public boolean tells() {
        return worth.reward() > 0;
    }
}
