package dev.valuecompass.items.denevil;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two steps: an answer that departs from what most models show, and the item that would lead to it. Nobody is asked to
 * write a reply that does harm: there the value's own description stands for it.
 */
public final class Tempter {
    private static final int LONGEST = 2_000;

    private final ExplorerRotation rotation;
    private final ValueSystem system;
    private final String label;
    private final PromptTemplate violate;
    private final PromptTemplate infer;

    /**
     * @param label what an item is called in prompts, such as {@code Story}
     * @throws dev.valuecompass.io.DataException when a prompt is missing or asks for something unknown
     */
    public Tempter(ExplorerRotation rotation, DataFolder data, ValueSystem system, String label) {
        this.rotation = rotation;
        this.system = system;
        this.label = label;
        this.violate = PromptTemplate.read(
                data,
                "prompts/denevil-violate.md",
                List.of("name", "definition", "opposite", "wanted", "label", "opening"));
        this.infer = PromptTemplate.read(
                data, "prompts/denevil-infer.md", List.of("name", "definition", "label", "opening", "continuation"));
    }

    /** SHA-256 over both prompts. */
    public String digest() {
        return Digest.sha256(violate.digest() + infer.digest());
    }

    /**
     * The violation step: against the value where most show it, and for it elsewhere.
     *
     * @param common what most models show
     * @param turn whose turn it is
     */
    Optional<String> depart(String dimension, String item, Reaction.Side common, int turn) {
        Dimension value = system.dimension(dimension).orElseThrow();
        boolean against = common == Reaction.Side.FOR;
        if (system.elicitation() == Elicitation.REPLY) {
            return Optional.of(against ? value.opposite() : value.definition());
        }
        String prompt = violate.fill(Map.of(
                "name",
                value.name(),
                "definition",
                value.definition(),
                "opposite",
                value.opposite(),
                "wanted",
                against ? "goes against the value" : "shows the value",
                "label",
                label,
                "opening",
                item));
        return rotation.ask(
                        Purpose.VIOLATE,
                        prompt,
                        turn,
                        turn,
                        text -> text.isBlank() ? Optional.empty() : Optional.of(cut(text)))
                .map(ExplorerRotation.Proposal::content);
    }

    /** The inference step: the item that leads to an answer. */
    Optional<ExplorerRotation.Proposal<String>> infer(String dimension, String item, String answer, int turn) {
        Dimension value = system.dimension(dimension).orElseThrow();
        String shown = cut(answer).replaceAll("[\\s<>]+", " ");
        String prompt = infer.fill(Map.of(
                "name", value.name(),
                "definition", value.definition(),
                "label", label,
                "opening", item,
                "continuation", shown));
        return rotation.askItem(Purpose.INFER, prompt, turn, turn, text -> OpeningText.find(label, text, shown));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
