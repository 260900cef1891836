package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.SmallLetters;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says went wrong, whatever form it says it in.
 *
 * @param code the provider's own code, also a numeric one as text; may be empty
 * @param type the provider's own class of errors; may be empty
 * @param moderated whether the error speaks of its content filter in a form of its own
 * @param hints headers that stand in the body instead, by name in lower case
 */
public record ApiError(String message, String code, String type, boolean moderated, Map<String, String> hints) {
    private static final String DAILY = "daily";

    ApiError(String message, String code, String type, boolean moderated) {
        this(message, code, type, moderated, Map.of());
    }

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;
    private static final int DEEPEST = 4;

    /** Of a text that is no JSON; what an error says stands in its beginning. */
    static final int MOST_READ = 64 << 10;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]+");

    /**
     * Reads the body of an error: JSON in one of many shapes, a page, some words, or nothing.
     *
     * @param clean takes out of a text what nobody may see, before that is cut for people
     */
    public static ApiError read(String body, UnaryOperator<String> clean) {
        return read(body).shown(clean);
    }

    /** The same of an error that stands in a reply. */
    static ApiError read(JsonNode node, UnaryOperator<String> clean) {
        return read(node).shown(clean);
    }

    private static ApiError read(String body) {
        String text = body.strip();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
            try {
                return read(Json.tree(text, "response"));
            } catch (DataException e) {
                return words(text);
            }
        }
        return words(text);
    }

    private static ApiError read(JsonNode node) {
        return read(node, 0);
    }

    private static ApiError read(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return words(node.toString());
        }
        if (node.isString()) {
            String text = node.stringValue().strip();
            return text.startsWith("{") ? inner(text, depth) : words(text);
        }
        if (node.isArray()) {
            return node.isEmpty() ? words("") : read(node.get(0), depth + 1);
        }
        for (String wrapper : new String[] {"error", "errors", "detail", "response"}) {
            JsonNode inside = node.get(wrapper);
            if (inside != null && !inside.isNull() && !inside.isBoolean()) {
                return read(inside, depth + 1).orElse(of(node));
            }
        }
        ApiError here = of(node);
        return here.message().startsWith("{") ? inner(here.message(), depth).orElse(here) : here;
    }

    private static ApiError inner(String json, int depth) {
        try {
            return read(Json.tree(json, "response"), depth + 1);
        } catch (DataException e) {
            return words(json);
        }
    }

    private static ApiError of(JsonNode node) {
        if (node.path("message").isObject()) {
            return read(node.path("message"), DEEPEST)
                    .orElse(new ApiError("", text(node, "code"), text(node, "type"), false));
        }
        String message = text(node, "message");
        JsonNode inner = node.path("innererror");
        boolean moderated = text(inner, "code").equals("ResponsibleAIPolicyViolation")
                || ContentFilter.filtered(inner.path("content_filter_result"))
                || node.path("metadata").path("reasons").isArray();
        return new ApiError(
                flat(message.isEmpty() ? text(node, "msg") : message),
                text(node, "code"),
                text(node, "type").isEmpty() ? text(node, "status") : text(node, "type"),
                moderated,
                hints(node));
    }

    /** A gateway's copy of the headers behind it, and the retry and quota details of Google's errors. */
    private static Map<String, String> hints(JsonNode node) {
        Map<String, String> hints = new TreeMap<>();
        JsonNode metadata = node.path("metadata");
        metadata.path("headers")
                .properties()
                .forEach(header -> hints.put(
                        SmallLetters.of(header.getKey()), header.getValue().asString("")));
        if (text(metadata, "limit_source").contains(DAILY)) {
            hints.put(DAILY, "");
        }
        for (JsonNode detail : node.path("details")) {
            String delay = text(detail, "retryDelay");
            if (delay.endsWith("s")) {
                hints.put("retry-after", delay.substring(0, delay.length() - 1));
            }
            for (JsonNode violation : detail.path("violations")) {
                if (text(violation, "quotaId").contains("PerDay")) {
                    hints.put(DAILY, "");
                }
            }
        }
        return hints;
    }

    /** Whether a quota of the day is used up. */
    boolean daily() {
        return hints.containsKey(DAILY);
    }

    /** What the outer shell says, where the inner one is silent. */
    private ApiError orElse(ApiError outer) {
        return new ApiError(
                message.isEmpty() ? outer.message : message,
                code.isEmpty() ? outer.code : code,
                type.isEmpty() ? outer.type : type,
                moderated || outer.moderated,
                hints.isEmpty() ? outer.hints : hints);
    }

    private static ApiError words(String text) {
        return new ApiError(flat(PageText.of(text)), "", "", false);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            // Written out, a number such as 1e999999999 would not fit anywhere; no code is one.
            return value.canConvertToLong() ? Long.toString(value.longValue()) : "";
        }
        return value.isString() ? value.stringValue() : "";
    }

    /** What is longer is cut before anything looks through it. */
    private static String flat(String text) {
        return BLANKS.matcher(text.length() <= MOST_READ ? text : text.substring(0, MOST_READ))
                .replaceAll(" ")
                .strip();
    }

    private ApiError shown(UnaryOperator<String> clean) {
        return new ApiError(
                cut(clean.apply(message), LONGEST),
                cut(clean.apply(flat(code)), LONGEST_NAME),
                cut(clean.apply(flat(type)), LONGEST_NAME),
                moderated,
                hints);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    boolean says(String... phrases) {
        String all = SmallLetters.of(message + " " + code + " " + type);
        for (String phrase : phrases) {
            if (all.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    boolean isOneOf(java.util.Set<String> names) {
        return names.contains(SmallLetters.of(code)) || names.contains(SmallLetters.of(type));
    }

    /** For people: {@code HTTP 429 rate_limit_exceeded: slow down}. */
    String describe(int status) {
        String name = code.isEmpty() ? type : code;
        return "HTTP " + status + (name.isEmpty() ? "" : " " + name) + (message.isEmpty() ? "" : ": " + message);
    }
}
