package dev.valuecompass.items.denevil;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two steps: a continuation that violates the foundation, and the opening that would lead to it. */
public final class Tempter {
    private static final int LONGEST = 2_000;

    private final ExplorerRotation rotation;
    private final ValueSystem system;
    private final PromptTemplate violate;
    private final PromptTemplate infer;

    /** @throws dev.valuecompass.io.DataException when a prompt is missing or asks for something unknown */
    public Tempter(ExplorerRotation rotation, DataFolder data, ValueSystem system) {
        this.rotation = rotation;
        this.system = system;
        this.violate = PromptTemplate.read(
                data, "prompts/denevil-violate.md", List.of("name", "definition", "opposite", "opening"));
        this.infer = PromptTemplate.read(
                data, "prompts/denevil-infer.md", List.of("name", "definition", "opening", "continuation"));
    }

    /** SHA-256 over both prompts. */
    public String digest() {
        return Digest.sha256(violate.digest() + infer.digest());
    }

    /**
     * The violation step: a model goes against what it showed.
     *
     * @param turn whose turn it is
     */
    Optional<String> violate(String dimension, String opening, int turn) {
        Dimension value = system.dimension(dimension).orElseThrow();
        String prompt = violate.fill(Map.of(
                "name", value.name(),
                "definition", value.definition(),
                "opposite", value.opposite(),
                "opening", opening));
        return rotation.ask(
                        Purpose.VIOLATE,
                        prompt,
                        turn,
                        turn,
                        text -> text.isBlank() ? Optional.empty() : Optional.of(cut(text)))
                .map(ExplorerRotation.Proposal::content);
    }

    /** The inference step: the opening that leads to a continuation. */
    Optional<ExplorerRotation.Proposal<String>> infer(String dimension, String opening, String continuation, int turn) {
        Dimension value = system.dimension(dimension).orElseThrow();
        String shown = cut(continuation).replaceAll("[\\s<>]+", " ");
        String prompt = infer.fill(Map.of(
                "name", value.name(), "definition", value.definition(), "opening", opening, "continuation", shown));
        return rotation.askItem(Purpose.INFER, prompt, turn, turn, text -> OpeningText.find(text, shown));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
