package dev.valuecompass.config;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which further conditions some of the questions are asked: the section {@code conditions}. They decide no score.
 *
 * @param items of each system at most
 * @param repetitions of each question under each condition
 * @param wordings of the prompt, beside its usual one
 * @param languages two-letter codes (ISO 639-1)
 */
public record ConditionPlan(int items, int repetitions, int wordings, List<Persona> personas, List<String> languages) {
    /** What is asked where no leaderboard says anything else. */
    public static final ConditionPlan USUAL = new ConditionPlan(20, 2, 3, List.of(), List.of());

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /** Somebody that each model is told to be, after its own system prompt. */
    public record Persona(String id, String systemPrompt) {}

    /** Whether nothing is asked otherwise than a period does. */
    public boolean isEmpty() {
        return wordings == 0 && personas.isEmpty() && languages.isEmpty();
    }

    static ConditionPlan read(YamlMap map, DataFolder folder) {
        List<Persona> personas = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        ExamineeSettings settings = new ExamineeSettings(folder);
        for (YamlMap persona : map.optionalMaps("personas")) {
            String id = persona.id("id");
            persona.required("system-prompt");
            personas.add(new Persona(id, settings.prompt(persona)));
            if (!id.isEmpty() && !ids.add(id)) {
                persona.report("id", "two personas have the id '" + id + "'", "rename one");
            }
            persona.done();
        }
        List<String> languages = map.texts("languages").stream().distinct().toList();
        languages.stream()
                .filter(code -> !LANGUAGE.matcher(code).matches())
                .forEach(code -> map.report(
                        "languages", "'" + code + "' is no two-letter code (ISO 639-1)", "write such as zh"));
        ConditionPlan plan = new ConditionPlan(
                map.whole("items", Range.of(2L, 1_000_000L), USUAL.items),
                map.whole("repetitions", Range.of(1L, 20L), USUAL.repetitions),
                map.whole("wordings", Range.of(0L, 20L), 0),
                List.copyOf(personas),
                languages);
        if (plan.isEmpty()) {
            map.report(
                    "wordings",
                    "'conditions' names no other wording, persona or language",
                    "write 'wordings: 3', or remove 'conditions'");
        }
        map.done();
        return plan;
    }
}
