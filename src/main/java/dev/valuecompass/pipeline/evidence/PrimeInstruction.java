package dev.valuecompass.pipeline.evidence;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Examinee.Settings;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import java.util.List;
import java.util.Map;

/** Tells a model to hold a value, in its system prompt. */
public final class PrimeInstruction {
    private final PromptTemplate template;

    /** @throws dev.valuecompass.io.DataException when {@code prompts/prime.md} lacks a place for the value */
    public PrimeInstruction(DataFolder data) {
        template = PromptTemplate.read(data, "prompts/prime.md", List.of("value", "definition", "opposite"));
    }

    /** The model under the instruction, which stands behind a system prompt of its own. */
    public Examinee told(Examinee examinee, Dimension value) {
        String instruction = template.fill(
                Map.of("value", value.name(), "definition", value.definition(), "opposite", value.opposite()));
        String own = examinee.settings().systemPrompt();
        return ExamineeFields.copy(examinee)
                .settings(new Settings(
                        examinee.settings().parameters(), own.isEmpty() ? instruction : own + "\n\n" + instruction))
                .build();
    }
}
