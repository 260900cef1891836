package dev.valuecompass.llm.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where things stand in one JSON object of a response, or of a stream: in a choice of OpenAI's form, a candidate of
 * Gemini's, a message of Anthropic's, Ollama's, Cohere's or Bedrock's, or the output of the responses API.
 *
 * @param levels from the whole object to the one that holds the message
 * @param chosen whether the innermost is a choice among several
 */
record ReplyShape(List<JsonNode> levels, boolean chosen) {
    private static final List<String> CHOICES = List.of("choices", "candidates", "generations", "results");
    private static final List<String> WRAPPERS = List.of("response", "data", "result", "output", "body");
    private static final List<String> TEXTS =
            List.of("content", "text", "parts", "output_text", "output", "value", "response", "answer");
    private static final List<String> BARE_TEXTS = List.of(
            "content",
            "text",
            "output_text",
            "output",
            "generated_text",
            "outputText",
            "response",
            "completion",
            "result");
    private static final List<String> REASONING =
            List.of("reasoning_content", "reasoning", "thinking", "thoughts", "reasoning_text");
    private static final Pattern THOUGHTS = Pattern.compile("think|reason|thought", Pattern.CASE_INSENSITIVE);

    /** Parts of a content that are no text. */
    private static final Set<String> NO_TEXTS =
            Set.of("tool_use", "tool_call", "function_call", "image", "image_url", "audio");

    private static final List<String> FINISH = List.of(
            "finish_reason",
            "finish_details",
            "finishReason",
            "stop_reason",
            "stopReason",
            "done_reason",
            "completionReason",
            "stop_type");

    /** Keys of a message that hold no text of it. */
    private static final Set<String> OF_A_MESSAGE = Set.of(
            "role",
            "content",
            "refusal",
            "tool_calls",
            "function_call",
            "toolCalls",
            "annotations",
            "audio",
            "name",
            "reasoning_content",
            "reasoning",
            "reasoning_details",
            "thinking",
            "id",
            "type",
            "usage",
            "model",
            "images");

    private static final int DEEPEST = 4;

    static ReplyShape of(JsonNode reply) {
        List<JsonNode> levels = new ArrayList<>(List.of(reply));
        JsonNode at = reply;
        while (levels.size() < DEEPEST) {
            JsonNode choice = choice(at);
            if (choice != null) {
                levels.add(choice);
                return new ReplyShape(levels, true);
            }
            JsonNode inner = at.path("message").isObject() ? null : first(at, WRAPPERS, JsonNode::isObject);
            if (inner == null) {
                break;
            }
            levels.add(inner);
            at = inner;
        }
        return new ReplyShape(levels, false);
    }

    /** One sample a call is asked for; of several choices the one with the lowest index is it. */
    private static JsonNode choice(JsonNode reply) {
        JsonNode choices = first(reply, CHOICES, JsonNode::isContainer);
        JsonNode best = null;
        if (choices != null) {
            boolean one = choices.isObject() && (choices.has("message") || choices.has("text"));
            for (JsonNode choice : one ? List.of(choices) : choices) {
                boolean sooner = best == null
                        || choice.path("index").asInt(0) < best.path("index").asInt(0);
                best = choice.isObject() && sooner ? choice : best;
            }
        }
        return best;
    }

    private static JsonNode first(JsonNode node, List<String> names, java.util.function.Predicate<JsonNode> fits) {
        return names.stream()
                .map(node::get)
                .filter(inside -> inside != null && fits.test(inside))
                .findFirst()
                .orElse(null);
    }

    JsonNode innermost() {
        return levels.get(levels.size() - 1);
    }

    private JsonNode message() {
        JsonNode message = first(innermost(), List.of("message", "delta"), JsonNode::isObject);
        return message == null ? innermost() : message;
    }

    private boolean hasMessage() {
        return message() != innermost();
    }

    /** Whether it is a piece, which goes on where the one before ended. */
    boolean isPiece() {
        return innermost().has("delta");
    }

    /** Whether anything in it is where a message would be. */
    boolean speaks() {
        return hasMessage() || chosen || isPiece() || !text().isEmpty();
    }

    /** The visible text; empty when there is none. */
    String text() {
        JsonNode inner = innermost();
        String text = hasMessage() ? text(message(), TEXTS) : "";
        if (text.isEmpty() && (chosen || isPiece())) {
            boolean thought = string(inner, "type").contains("reasoning");
            text = thought ? "" : string(inner, isPiece() ? "delta" : "message");
        }
        return text.isEmpty() && (chosen || !hasMessage() && isFinished()) ? text(inner, BARE_TEXTS) : text;
    }

    /** Without a choice or a message, a text is an answer only where something says how it ended. */
    private boolean isFinished() {
        return !finish().isEmpty()
                || innermost().has("generated_text")
                || innermost().has("done");
    }

    private static String text(JsonNode node, List<String> names) {
        return names.stream()
                .map(name -> text(node.path(name), 0))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A text, the texts of a list of parts, or that of an object; thoughts are none. */
    private static String text(JsonNode node, int depth) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (depth > DEEPEST || isThought(node)) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        if (node.isArray()) {
            node.forEach(part -> all.append(text(part, depth + 1)));
        } else if (node.isObject()) {
            for (int i = 0; i < TEXTS.size() && all.isEmpty(); i++) {
                all.append(text(node.path(TEXTS.get(i)), depth + 1));
            }
        }
        return all.toString();
    }

    private static boolean isThought(JsonNode part) {
        return part.isObject()
                && (THOUGHTS.matcher(string(part, "type")).find()
                        || part.path("thought").asBoolean(false));
    }

    /** What the provider has a field of its own for; empty when there is none. */
    String refusal() {
        String own = string(message(), "refusal");
        return own.isEmpty() ? collect(part -> string(part, "refusal")) : own;
    }

    /** What the model thought, in fields or parts of its own. */
    String reasoning() {
        JsonNode message = message();
        String field = text(message, REASONING);
        if (!field.isBlank()) {
            return field;
        }
        if (string(innermost(), "type").contains("reasoning")) {
            return string(innermost(), "delta");
        }
        String parts = collect(part -> isThought(part) ? thought(part) : "");
        return parts.isEmpty() ? joined(message.path("reasoning_details"), ReplyShape::thought) : parts;
    }

    private static String thought(JsonNode part) {
        String named = text(part, REASONING);
        return named.isEmpty()
                ? text(part.path("text"), 0) + text(part.path("summary"), 0) + text(part.path("content"), 0)
                : named;
    }

    /** From the parts of the content, which the responses API keeps one deeper. */
    private String collect(Function<JsonNode, String> read) {
        JsonNode content = first(message(), List.of("content", "output"), JsonNode::isContainer);
        if (content == null) {
            return "";
        }
        JsonNode parts = content.isObject() ? content.path("parts") : content;
        String direct = joined(parts, read);
        return direct.isEmpty() ? joined(parts, part -> joined(part.path("content"), read)) : direct;
    }

    private static String joined(JsonNode parts, Function<JsonNode, String> read) {
        StringBuilder all = new StringBuilder();
        for (JsonNode part : parts) {
            String text = read.apply(part);
            all.append(all.isEmpty() || text.isEmpty() ? "" : "\n\n").append(text);
        }
        return all.toString();
    }

    /** Why the output ended, as it is written; empty when it does not say. */
    String finish() {
        for (int i = levels.size(); i >= 0; i--) {
            JsonNode level = i == levels.size() ? message() : levels.get(i);
            for (String name : FINISH) {
                JsonNode reason = level.path(name);
                String text = reason.isObject() ? string(reason, "type") : reason.asString("");
                if (!text.isBlank() && !reason.isNumber()) {
                    return text;
                }
            }
            String said = finish(level);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return "";
    }

    /** Said in another way than by a reason. */
    private static String finish(JsonNode level) {
        if (string(level, "object").equals("response")) {
            String reason = string(level.path("incomplete_details"), "reason");
            return reason.isEmpty() ? string(level, "status") : reason;
        }
        if (level.path("is_truncated").asBoolean(false)) {
            return "length";
        }
        String details = string(level.path("details"), "finish_reason");
        return details.isEmpty() && level.path("done").asBoolean(false) ? "stop" : details;
    }

    /** Whether it says that there is more to come. */
    boolean isUnfinished() {
        JsonNode done = levels.get(0).path("done");
        return done.isBoolean() && !done.booleanValue();
    }

    /** The reason in the words of the provider behind a gateway; empty when it does not say. */
    String nativeFinish() {
        String named = string(innermost(), "native_finish_reason");
        return named.isEmpty() ? string(innermost(), "stop_reason") : named;
    }

    /** Whether a report says that a filter acted. */
    boolean isFiltered() {
        return levels.stream().anyMatch(ReplyShape::isFiltered);
    }

    private static boolean isFiltered(JsonNode level) {
        JsonNode feedback = first(level, List.of("promptFeedback", "prompt_feedback"), JsonNode::isObject);
        boolean blocked =
                feedback != null && (feedback.hasNonNull("blockReason") || feedback.hasNonNull("block_reason"));
        return blocked
                || ContentFilter.filtered(level.path("content_filter_results"))
                || ContentFilter.filtered(level.path("content_filter_result"))
                || level.path("input_sensitive").asBoolean(false)
                || level.path("output_sensitive").asBoolean(false)
                || level.path("need_clear_history").asBoolean(false)
                || string(level, "amazon-bedrock-guardrailAction").equals("INTERVENED")
                || level.path("safetyRatings")
                        .valueStream()
                        .anyMatch(rating -> rating.path("blocked").asBoolean(false));
    }

    /** Whether the report on the prompt alone says so; it counts where no answer came. */
    boolean isPromptFiltered() {
        return levels.get(0).path("prompt_filter_results").valueStream().anyMatch(ReplyShape::isFiltered);
    }

    /** Whether the message is there and known to be empty, rather than in a form that nobody knows. */
    boolean isKnownToBeEmpty() {
        JsonNode message = message();
        JsonNode holder = message.path("content");
        boolean gemini = holder.isObject() && (holder.has("parts") || holder.has("role"));
        JsonNode content = gemini && holder.has("parts") ? holder.path("parts") : holder;
        boolean blank = gemini && !holder.has("parts")
                || content.isNull()
                || content.isString()
                || content.isContainer() && content.isEmpty();
        boolean otherParts = content.isArray()
                && content.valueStream().allMatch(part -> isThought(part) || NO_TEXTS.contains(string(part, "type")));
        boolean nothingElse = content.isMissingNode()
                && !message.isEmpty()
                && message.propertyStream()
                        .allMatch(entry -> OF_A_MESSAGE.contains(entry.getKey())
                                || entry.getValue().isNull());
        return (hasMessage() || isFinished()) && (blank || otherParts)
                || hasMessage() && nothingElse
                || !hasMessage() && chosen && innermost().path("text").isString();
    }

    /** The model that answered, and the fingerprint of its system. */
    String served() {
        for (JsonNode level : levels) {
            String model = string(level, level.has("model") ? "model" : "modelVersion");
            if (!model.isEmpty()) {
                return (model + " " + string(level, "system_fingerprint")).strip();
            }
        }
        return string(levels.get(0), "system_fingerprint");
    }

    /** What was counted; missing when nothing was. */
    JsonNode usage() {
        for (JsonNode level : levels) {
            JsonNode usage = first(level, List.of("usage", "usageMetadata", "usage_metadata"), JsonNode::isObject);
            if (usage != null) {
                return usage;
            }
        }
        return levels.get(0);
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }
}
