package dev.valuecompass.recognition;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.responses.Opinion;
import dev.valuecompass.responses.OpinionParser;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An answer with what a person, or a trusted source, saw in it.
 *
 * @param label 1 expresses or conforms, 0 does not, -1 opposes or violates
 * @param evidence words of the answer that show it, several where the source marks several; may be empty
 * @param source where the line comes from; may be empty
 */
public record LabelledAnswer(
        String system,
        String dimension,
        String prompt,
        String answer,
        int label,
        List<String> evidence,
        String source) {

    /** Only what calls itself a stance is one: plain replies begin with yes or no, too. */
    private static final Pattern STANCE = Pattern.compile("(?i)^\\W*stance\\b");

    /** The answer as a stance with key points; null when it is none. */
    public Opinion opinion() {
        return STANCE.matcher(answer).find() ? OpinionParser.parse(answer).orElse(null) : null;
    }

    /** @throws DataException with every line that is not of this shape, or names an unknown system or dimension */
    public static List<LabelledAnswer> read(Path file, Theory theory) {
        List<LabelledAnswer> lines = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        JsonLines.forEach(file, JsonNode.class, (line, number) -> {
            String problem = problem(line, theory);
            if (problem.isEmpty()) {
                lines.add(of(line));
            } else {
                defects.add(new Defect(file.toString(), number, problem, fix(line, theory)));
            }
        });
        DataException.refuse(defects);
        return List.copyOf(lines);
    }

    private static LabelledAnswer of(JsonNode line) {
        List<String> evidence = new ArrayList<>();
        JsonNode marks = line.path("evidence");
        if (marks.isString() && !marks.asString().isBlank()) {
            evidence.add(marks.asString());
        }
        marks.forEach(mark -> evidence.add(mark.asString()));
        return new LabelledAnswer(
                line.path("system").asString(),
                line.path("dimension").asString(),
                line.path("prompt").asString(),
                line.path("answer").asString(),
                line.path("label").asInt(),
                List.copyOf(evidence),
                line.path("source").asString(""));
    }

    private static String problem(JsonNode line, Theory theory) {
        for (String name : List.of("system", "dimension", "prompt", "answer")) {
            if (!line.path(name).isString()) {
                return "'" + name + "' is missing or not text";
            }
        }
        JsonNode label = line.path("label");
        if (!label.isInt() || Math.abs(label.asInt()) > 1) {
            return "label is " + (label.isMissingNode() ? "missing" : label.toString());
        }
        String system = line.path("system").asString();
        if (!theory.systemIds().contains(system)) {
            return "unknown value system '" + system + "'";
        }
        String dimension = line.path("dimension").asString();
        return theory.system(system).dimension(dimension).isPresent()
                ? ""
                : "unknown dimension '" + dimension + "' of " + system;
    }

    private static String fix(JsonNode line, Theory theory) {
        String system = line.path("system").asString("");
        String known = theory.systemIds().contains(system)
                ? "; dimensions of " + system + ": "
                        + String.join(", ", theory.system(system).dimensionIds())
                : "; systems: " + String.join(", ", theory.systemIds());
        return "a line is {\"system\", \"dimension\", \"prompt\", \"answer\", \"label\": 1, 0 or -1, \"evidence\"}"
                + known;
    }
}
