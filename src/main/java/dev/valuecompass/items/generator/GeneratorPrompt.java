package dev.valuecompass.items.generator;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.topics.TopicPrompts;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The one prompt by which items are generated, and by which a generator is taught: {@code prompts/generate-items.md}. */
public final class GeneratorPrompt {
    private static final List<String> NAMES =
            List.of("kind", "name", "definition", "opposite", "power", "examples", "count");

    private final PromptTemplate template;
    private final ValueSystem system;

    private GeneratorPrompt(PromptTemplate template, ValueSystem system) {
        this.template = template;
        this.system = system;
    }

    /** @throws dev.valuecompass.io.DataException when it is missing or asks for something unknown */
    public static GeneratorPrompt read(DataFolder data, ValueSystem system) {
        return new GeneratorPrompt(PromptTemplate.read(data, "prompts/generate-items.md", NAMES), system);
    }

    public String digest() {
        return template.digest();
    }

    ValueSystem system() {
        return system;
    }

    /** @param power in [0, 1] */
    String fill(Dimension dimension, double power, List<MeasuredItem> examples, int count) {
        String shown = examples.stream()
                .map(example -> percent(example.power().get(dimension.id())) + " | "
                        + example.item().text())
                .collect(Collectors.joining("\n"));
        return template.fill(Map.of(
                "kind", TopicPrompts.kind(system.elicitation()),
                "name", dimension.name(),
                "definition", dimension.definition(),
                "opposite", dimension.opposite(),
                "power", percent(power),
                "examples", shown.isEmpty() ? "(none)" : shown,
                "count", Integer.toString(count)));
    }

    private static String percent(double power) {
        return String.format(Locale.ROOT, "%.0f", 100 * power);
    }
}
