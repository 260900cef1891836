package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.value.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question what concepts mean for their values, and the reading of its answer: one line for each concept, with the
 * question's code. The concepts were worded by a model that had read hostile text, so they are fenced as well.
 *
 * @param count of concepts
 */
record Marking(String prompt, String code, int count) {
    static final List<String> PLACES = List.of("values", "examples", "concepts", "fence", "code");

    /** What a concept means for its value. */
    record MarkedLabel(Label label, double strength) {}

    static Marking of(
            PromptTemplate template, List<Dimension> values, List<MarkedExample> examples, List<Concept> concepts) {
        Map<String, String> names = new LinkedHashMap<>();
        StringBuilder definitions = new StringBuilder();
        for (Dimension value : values) {
            names.put(value.id(), value.name());
            definitions.append(
                    "- %s: %s Its opposite: %s%n".formatted(value.name(), value.definition(), value.opposite()));
        }
        StringBuilder shown = new StringBuilder();
        for (MarkedExample example : examples) {
            // In no language: a decimal comma would make another question of it.
            shown.append(String.format(
                    Locale.ROOT,
                    "[%s] %s -> %s %.1f%n",
                    names.get(example.dimension()),
                    example.concept(),
                    example.label(),
                    example.strength()));
        }
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < concepts.size(); i++) {
            Concept concept = concepts.get(i);
            asked.append("%d. [%s] %s%n".formatted(i + 1, names.get(concept.dimension()), concept.text()));
        }
        String digest = Digest.sha256(String.join("\n", template.digest(), definitions, shown, asked));
        Map<String, String> places = new LinkedHashMap<>();
        places.put("values", definitions.toString().stripTrailing());
        places.put("examples", shown.toString().stripTrailing());
        places.put("concepts", asked.toString().stripTrailing());
        places.put("fence", Fence.mark(digest));
        places.put("code", Fence.code(digest));
        return new Marking(template.fill(places), Fence.code(digest), concepts.size());
    }

    /** One mark for each concept, in order; empty when one is missing. The last line for a concept counts. */
    Optional<List<MarkedLabel>> marks(String reply) {
        Pattern line = Pattern.compile("(?im)^" + Fence.BEFORE + "MARK\\W{0,3}" + code
                + "\\W{1,3}(\\d{1,3})\\W{1,4}(EXPRESSES|OPPOSES|NOT)\\W{1,4}(0(?:\\.\\d++)?|1(?:\\.0++)?)\\W*?$");
        MarkedLabel[] marks = new MarkedLabel[count];
        Matcher matcher = line.matcher(reply);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            if (number >= 1 && number <= count) {
                Label label = Label.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
                marks[number - 1] = new MarkedLabel(label, Double.parseDouble(matcher.group(3)));
            }
        }
        List<MarkedLabel> all = new ArrayList<>();
        for (MarkedLabel mark : marks) {
            if (mark == null) {
                return Optional.empty();
            }
            all.add(mark);
        }
        return Optional.of(List.copyOf(all));
    }
}
