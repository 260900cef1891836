package dev.valuecompass.items.generator;

import dev.valuecompass.io.JsonLines;
import dev.valuecompass.value.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measured items as JSON lines from which a generator is fine-tuned, in the chat form that providers and trainers take:
 * {@code {"messages": [{"role": "user", …}, {"role": "assistant", …}]}}. The user's message is the prompt by which items
 * are generated later, without examples, and asks for the power that the item was measured to have; so the tuned model
 * learns weak items as weak ones.
 */
public final class FineTuning {
    private final GeneratorPrompt prompt;

    public FineTuning(GeneratorPrompt prompt) {
        this.prompt = prompt;
    }

    /**
     * One line for each item and dimension, by item id, dimensions in the order of the system.
     *
     * @param least power from which an item is taken, in [0, 1]; 0 for all
     */
    public String lines(List<MeasuredItem> measured, double least) {
        List<Map<String, ?>> lines = new ArrayList<>();
        measured.stream()
                .sorted(Comparator.comparing(item -> item.item().id()))
                .forEach(item -> prompt.system().dimensions().stream()
                        .filter(dimension -> item.power().getOrDefault(dimension.id(), -1.0) >= least)
                        .forEach(dimension -> lines.add(line(item, dimension))));
        return JsonLines.write(lines);
    }

    private Map<String, ?> line(MeasuredItem item, Dimension dimension) {
        String asked = prompt.fill(dimension, item.power().get(dimension.id()), List.of(), 1);
        return Map.of(
                "messages",
                List.of(
                        message("user", asked),
                        message("assistant", "1. " + item.item().text())));
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
