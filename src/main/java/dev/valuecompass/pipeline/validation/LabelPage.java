package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.Resource;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page on which people label: one file that loads and sends nothing. Its policy lets in the one script and the one style
 * that are in it; answers are data, and reach the page as text.
 */
final class LabelPage {
    private LabelPage() {}

    /** All that a rater sees of one answer. @param covered whether its texts are shown on request alone */
    private record Task(String id, String value, String prompt, String answer, boolean opening, boolean covered) {}

    /** A value as a rater sees it. */
    private record Value(String name, String definition, String opposite) {}

    /** @param key names what the browser keeps @param name of the file that it exports */
    private record Data(String key, String name, Map<String, Value> values, List<Task> tasks) {}

    /** @param name of the page, and of the files that raters send back */
    static String write(String name, List<DrawnAnswer> answers, Theory theory) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<Task> tasks = answers.stream()
                .sorted(Comparator.comparing(DrawnAnswer::system)
                        .thenComparing(DrawnAnswer::dimension)
                        .thenComparing(DrawnAnswer::id))
                .map(one -> task(one, theory.system(one.system()), values))
                .toList();
        String digest = Digest.sha256(Json.line(tasks)).substring(0, 16);
        String data = Json.line(new Data(digest, name, values, tasks)).replace("<", "\\u003c");
        String script = resource("page.js");
        String style = resource("page.css");
        return resource("page.html")
                .replace("{script-digest}", digest(script))
                .replace("{style-digest}", digest(style))
                .replace("{style}", style)
                .replace("{script}", script)
                // Last, so that nothing in an answer is taken for a place to fill.
                .replace("{data}", data);
    }

    private static Task task(DrawnAnswer one, ValueSystem system, Map<String, Value> values) {
        Dimension dimension = system.dimension(one.dimension()).orElseThrow();
        String value = one.system() + "/" + one.dimension();
        values.putIfAbsent(value, new Value(dimension.name(), dimension.definition(), dimension.opposite()));
        return new Task(
                one.id(),
                value,
                one.prompt(),
                one.answer(),
                system.elicitation() == Elicitation.COMPLETION,
                system.elicitation() != Elicitation.OPINION);
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digest.sha256(text)));
    }

    private static String resource(String name) {
        return Resource.text("/labelling/" + name);
    }
}
