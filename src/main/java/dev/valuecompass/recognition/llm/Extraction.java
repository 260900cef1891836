package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The question for concepts, and the reading of its answer. Only JSON objects that carry the question's code count.
 *
 * @param names of the values in question
 */
record Extraction(String prompt, String code, ValueNames names) {
    static final List<String> PLACES = List.of("values", "prompt", "text", "fence", "code");

    /** @param names of the values, by which the reply may call them */
    static Extraction of(
            PromptTemplate template, List<Dimension> values, ValueNames names, String prompt, String text) {
        StringBuilder listed = new StringBuilder();
        for (Dimension value : values) {
            listed.append("- %s (%s): %s Its opposite: %s%n"
                    .formatted(value.id(), value.name(), value.definition(), value.opposite()));
        }
        String digest =
                Digest.sha256(String.join("\n", template.digest(), listed, Digest.sha256(prompt), Digest.sha256(text)));
        Map<String, String> places = new LinkedHashMap<>();
        places.put("values", listed.toString().stripTrailing());
        places.put("prompt", Fence.harmless(prompt));
        places.put("text", Fence.harmless(text));
        places.put("fence", Fence.mark(digest));
        places.put("code", Fence.code(digest));
        return new Extraction(template.fill(places), Fence.code(digest), names);
    }

    /**
     * What a reply says.
     *
     * @param concepts those whose words stand in the text; empty when the reply cannot be used, and not when it says that
     *     there are none
     * @param problem why it cannot; empty when it can
     */
    record Reply(Optional<List<Concept>> concepts, String problem) {}

    /**
     * The concepts of all objects with the code.
     *
     * @param reply of the large model; may surround its JSON with anything
     */
    Reply read(String reply, String text) {
        ConceptEntries entries = new ConceptEntries(names, text);
        boolean any = !CodedJson.all(
                        reply, code, object -> entries.add(object) ? Optional.of(object) : Optional.empty())
                .isEmpty();
        Optional<List<Concept>> concepts = any ? entries.found() : Optional.empty();
        String problem =
                any ? "no entry can be used: " + entries.problem() : "no JSON with the question's code and concepts";
        return new Reply(concepts, concepts.isPresent() ? "" : problem);
    }
}
