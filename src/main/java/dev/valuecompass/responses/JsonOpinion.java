package dev.valuecompass.responses;

import dev.valuecompass.io.Json;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.responses.Opinion.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads an opinion that a model gave as one JSON object: a stance, and points in a list. */
final class JsonOpinion {
    private static final int MOST = 20;
    private static final Pattern STANCE = Pattern.compile("(?:my |final |overall )?(?:stance|position|opinion|answer)");
    private static final Pattern POINTS = Pattern.compile(".*(?:points?|reasons?|arguments?|justifications?)");
    private static final Pattern FENCE = Pattern.compile("```[a-z]{0,10}\\s{0,9}", Pattern.CASE_INSENSITIVE);

    private final String text;
    private int from;

    private JsonOpinion(String text, int from) {
        this.text = text;
        this.from = from;
    }

    /** Empty when the text is no such object. */
    static Optional<Opinion> parse(String text) {
        int begin = 0;
        while (begin < text.length()
                && (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == '\ufeff')) {
            begin++;
        }
        var fence = FENCE.matcher(text).region(begin, text.length());
        begin = fence.lookingAt() ? fence.end() : begin;
        if (begin >= text.length() || text.charAt(begin) != '{') {
            return Optional.empty();
        }
        JsonNode object = Json.embedded(text.toCharArray(), begin).tree();
        return object == null ? Optional.empty() : new JsonOpinion(text, begin).read(object);
    }

    private Optional<Opinion> read(JsonNode object) {
        Optional<Stance> stance = Optional.empty();
        List<Opinion.KeyPoint> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name =
                    SmallLetters.of(field.getKey()).replaceAll("[^a-z]+", " ").strip();
            if (STANCE.matcher(name).matches() && field.getValue().isString() && stance.isEmpty()) {
                stance = StanceLine.in(field.getValue().stringValue());
            } else if (POINTS.matcher(name).matches()) {
                field.getValue().valueStream().limit(MOST).forEach(one -> point(one, points));
            }
        }
        return points.isEmpty() ? Optional.empty() : stance.map(found -> new Opinion(found, List.copyOf(points)));
    }

    /** A text, or the texts of an object, such as a title and what it says. */
    private void point(JsonNode point, List<Opinion.KeyPoint> points) {
        List<String> said = new ArrayList<>();
        int start = -1;
        for (JsonNode one : point.isObject() ? point.valueStream().toList() : List.of(point)) {
            String value = one.asString("").strip();
            String raw = Json.line(value);
            String written = raw.substring(1, raw.length() - 1);
            int at = one.isString() && !value.isEmpty() ? text.indexOf(written, from) : -1;
            if (at >= 0) {
                said.add(value.replaceAll("\\s+", " "));
                start = start < 0 ? at : start;
                from = at + written.length();
            }
        }
        if (start >= 0) {
            points.add(new Opinion.KeyPoint(String.join(": ", said), start, from));
        }
    }
}
