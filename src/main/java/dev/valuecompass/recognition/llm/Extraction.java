package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The question for concepts, and the reading of its answer. Only a JSON object that carries the question's code counts, the
 * last one; JSON that the answer under examination brought along cannot carry it.
 *
 * @param values in question
 */
record Extraction(String prompt, String code, List<Dimension> values) {
    static final List<String> PLACES = List.of("values", "prompt", "text", "fence", "code");

    /** More concepts of one answer are not read. */
    private static final int MOST = 40;

    /** Entries looked at: many may quote words that do not stand in the text. */
    private static final int MOST_ENTRIES = 4 * MOST;

    private static final int LONGEST_CONCEPT = 300;

    /** Characters read in the search for the object, as a multiple of the reply's: enough for any that is not built to take long. */
    private static final int EFFORT = 4;

    private static final int LEAST_EFFORT = 1_000_000;
    private static final int MOST_STARTS = 1_000;

    static Extraction of(PromptTemplate template, List<Dimension> values, String prompt, String text) {
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
        return new Extraction(template.fill(places), Fence.code(digest), List.copyOf(values));
    }

    /**
     * The concepts whose words stand in the text; the others are dropped.
     *
     * @param reply of the large model; may surround its JSON with anything
     * @return empty when there is no JSON with the code
     */
    Optional<List<Concept>> concepts(String reply, String text) {
        return object(reply).map(node -> {
            Quotation quotation = new Quotation(text);
            List<Concept> found = new ArrayList<>();
            for (JsonNode entry :
                    node.path("concepts").valueStream().limit(MOST_ENTRIES).toList()) {
                String value = entry.path("value").asString("").strip();
                String concept = oneLine(entry.path("concept").asString(""));
                boolean asked =
                        values.stream().anyMatch(dimension -> dimension.id().equals(value));
                if (asked && !concept.isEmpty() && found.size() < MOST) {
                    quotation
                            .find(entry.path("words").asString(""))
                            .ifPresent(evidence -> found.add(new Concept(value, concept, evidence)));
                }
            }
            return List.copyOf(found);
        });
    }

    /** The last object with the code, wherever it stands: of those around the code's last place the innermost one. */
    private Optional<JsonNode> object(String reply) {
        int mark = reply.lastIndexOf("\"" + code + "\"");
        char[] text = reply.toCharArray();
        long effort = LEAST_EFFORT + EFFORT * text.length;
        for (int start = reply.lastIndexOf('{', mark);
                mark >= 0 && start >= 0 && effort > 0;
                start = start == 0 ? -1 : reply.lastIndexOf('{', start - 1)) {
            Json.Embedded object = Json.embedded(text, start);
            if (object.tree() != null && object.end() > mark && isOurs(object.tree())) {
                return Optional.of(object.tree());
            }
            effort -= Math.max(LEAST_EFFORT / MOST_STARTS, object.end() - start);
        }
        return Optional.empty();
    }

    private boolean isOurs(JsonNode node) {
        return code.equals(node.path("code").asString(""))
                && node.path("concepts").isArray();
    }

    private static String oneLine(String text) {
        String line = Fence.harmless(text).replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_CONCEPT));
    }
}
