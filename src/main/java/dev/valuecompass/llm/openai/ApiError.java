package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.SmallLetters;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says went wrong, whatever form it says it in.
 *
 * @param code the provider's own code, also a numeric one as text; may be empty
 * @param type the provider's own class of errors; may be empty
 * @param moderated whether the error speaks of its content filter in a form of its own
 * @param hints headers that stand in the body instead, by name in lower case
 * @param upstream what the provider behind a gateway said; null when there is none
 */
public record ApiError(
        String message, String code, String type, boolean moderated, Map<String, String> hints, ApiError upstream) {
    private static final String DAILY = "daily";

    ApiError(String message, String code, String type, boolean moderated) {
        this(message, code, type, moderated, Map.of(), null);
    }

    private static final List<String> WRAPPERS =
            List.of("error", "errors", "detail", "response", "base_resp", "header");
    private static final List<String> MESSAGES =
            List.of("message", "msg", "error_msg", "status_msg", "errorMessage", "error_message", "Message");
    private static final List<String> CODES = List.of("code", "error_code", "status_code", "errorCode");
    private static final List<String> TYPES = List.of("type", "status", "__type");

    /** Names, in letters alone, under which a body says how long to wait, and the header that would say the same. */
    private static final Map<String, String> WAITS = Map.ofEntries(
            Map.entry("retryafterms", "retry-after-ms"),
            Map.entry("retryaftermilliseconds", "retry-after-ms"),
            Map.entry("retryafter", "retry-after"),
            Map.entry("retryafterseconds", "retry-after"),
            Map.entry("retryaftersec", "retry-after"),
            Map.entry("retryafters", "retry-after"),
            Map.entry("retrydelay", "retry-after"),
            Map.entry("retryin", "retry-after"),
            Map.entry("retryinseconds", "retry-after"),
            Map.entry("retryat", "retry-after"),
            Map.entry("waitseconds", "retry-after"),
            Map.entry("waittime", "retry-after"),
            Map.entry("resetat", "retry-after"),
            Map.entry("resetsat", "retry-after"),
            Map.entry("resettime", "retry-after"),
            Map.entry("resetsin", "retry-after"),
            Map.entry("resetsinseconds", "retry-after"),
            Map.entry("resetinseconds", "retry-after"));

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;

    /** Unix time in milliseconds is less. */
    private static final double MOST_WAIT = 1e14;

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
        ApiError here = of(node, depth);
        for (String wrapper : WRAPPERS) {
            JsonNode inside = node.get(wrapper);
            if (inside != null && !inside.isNull() && !inside.isBoolean()) {
                boolean named = inside.isString() && !here.message.isEmpty();
                return (named
                                ? here.orElse(new ApiError("", "", flat(inside.stringValue()), false))
                                : read(inside, depth + 1))
                        .orElse(here);
            }
        }
        return here.message().startsWith("{") ? inner(here.message(), depth).orElse(here) : here;
    }

    private static ApiError inner(String json, int depth) {
        try {
            return read(Json.tree(json, "response"), depth + 1);
        } catch (DataException e) {
            return words(json);
        }
    }

    private static ApiError of(JsonNode node, int depth) {
        if (node.path("message").isObject()) {
            return read(node.path("message"), DEEPEST)
                    .orElse(new ApiError("", text(node, "code"), text(node, "type"), false));
        }
        JsonNode inner = node.path("innererror");
        JsonNode metadata = node.path("metadata");
        boolean moderated = text(inner, "code").equals("ResponsibleAIPolicyViolation")
                || ContentFilter.filtered(inner.path("content_filter_result"))
                || ContentFilter.filtered(inner.path("content_filter_results"))
                || metadata.path("reasons").isArray()
                || metadata.hasNonNull("flagged_input");
        JsonNode raw = metadata.path("raw");
        return new ApiError(
                flat(first(node, MESSAGES)),
                first(node, CODES),
                first(node, TYPES),
                moderated,
                hints(node),
                raw.isString() || raw.isObject() ? read(raw, depth + 1) : null);
    }

    private static String first(JsonNode node, List<String> names) {
        return names.stream()
                .map(name -> text(node, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a body says of waiting, a gateway's copy of the headers behind it, and the quota details of Google's errors. */
    private static Map<String, String> hints(JsonNode node) {
        Map<String, String> hints = new HashMap<>();
        JsonNode metadata = node.path("metadata");
        metadata.path("headers")
                .properties()
                .forEach(header -> hints.put(
                        SmallLetters.of(header.getKey()), header.getValue().asString("")));
        if (text(metadata, "limit_source").contains(DAILY)) {
            hints.put(DAILY, "");
        }
        JsonNode details = node.path("details");
        Stream.concat(
                        Stream.of(node, metadata, node.path("parameters"), details),
                        details.isArray() ? details.valueStream() : Stream.empty())
                .forEach(place -> waits(place, hints));
        for (JsonNode detail : details) {
            for (JsonNode violation : detail.path("violations")) {
                if (text(violation, "quotaId").contains("PerDay")) {
                    hints.put(DAILY, "");
                }
            }
        }
        return hints;
    }

    private static void waits(JsonNode place, Map<String, String> hints) {
        place.properties().forEach(entry -> {
            String name = entry.getKey().length() > LONGEST_NAME
                    ? ""
                    : NO_LETTERS.matcher(SmallLetters.of(entry.getKey())).replaceAll("");
            String wait = WAITS.containsKey(name) ? wait(entry.getValue()) : "";
            if (!wait.isEmpty()) {
                hints.putIfAbsent(WAITS.get(name), wait);
            }
        });
    }

    /** A number, a text, or seconds and nanoseconds by themselves. */
    private static String wait(JsonNode value) {
        if (value.isObject()) {
            return wait(value.path("seconds"));
        }
        double number = value.isNumber() ? value.doubleValue() : -1;
        return number >= 0 && number < MOST_WAIT
                ? BigDecimal.valueOf(number).toPlainString()
                : value.isString() ? value.stringValue() : "";
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
                both(hints, outer.hints),
                upstream == null ? outer.upstream : upstream);
    }

    private static Map<String, String> both(Map<String, String> inner, Map<String, String> outer) {
        Map<String, String> both = new HashMap<>(outer);
        both.putAll(inner);
        return both;
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
                hints,
                upstream == null ? null : upstream.shown(clean));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** Whether it has all words of one of the lists, in their order; they are in small letters. */
    boolean says(Collection<List<String>> phrases) {
        return EndingTable.holds(SmallLetters.of(message + " " + code + " " + type), phrases)
                || upstream != null && upstream.says(phrases);
    }

    /** Whether its code or type is one of these, in small letters. */
    boolean isOneOf(Set<String> names) {
        return names.contains(SmallLetters.of(code))
                || names.contains(SmallLetters.of(type))
                || upstream != null && upstream.isOneOf(names);
    }

    /** For people: {@code HTTP 429 rate_limit_exceeded: slow down}. */
    String describe(int status) {
        return "HTTP " + status + (name().isEmpty() ? "" : " " + name()) + said();
    }

    private String name() {
        return code.isEmpty() ? type : code;
    }

    private String said() {
        String behind = upstream == null ? "" : upstream.name() + upstream.said();
        return (message.isEmpty() ? "" : ": " + message) + (behind.isEmpty() ? "" : " (" + behind + ")");
    }
}
