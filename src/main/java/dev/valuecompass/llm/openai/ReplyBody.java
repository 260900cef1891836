package dev.valuecompass.llm.openai;

import dev.valuecompass.io.SmallLetters;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON objects of a response: one, or the pieces of a stream that nobody asked for, as server-sent events, on lines of
 * their own or in an array. What servers get wrong without harm is let pass: a mark or blank lines before the JSON, the end
 * of a stream behind it, NaN, a key that is given twice, JSON inside a JSON string.
 */
final class ReplyBody {
    /** Fields of server-sent events; a comment has no name. */
    private static final List<String> FIELDS = List.of("data:", "event:", "id:", "retry:", ":");

    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    /** More tokens than any answer has. */
    private static final int MOST_PARTS = 100_000;

    /** Of JSON in a string of JSON. */
    private static final int MOST_INSIDE = 3;

    /** What an answer is made of; where one of these is given twice and differs, nobody knows which is meant. */
    private static final List<String> MADE_OF =
            List.of("choices", "message", "delta", "content", "text", "finish_reason", "error");

    private static final ObjectReader LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addDeserializer(JsonNode.class, new KeysGivenTwice()))
            .build()
            .readerFor(JsonNode.class);

    private final List<JsonNode> parts = new ArrayList<>();
    private boolean streamed;
    private boolean ended;
    private String trouble = "";

    private ReplyBody() {}

    /** A key of an object that was given once more. */
    private record Twice(ObjectNode object, String name, JsonNode before, JsonNode after) {
        /** Of the two the one counts that says something, and the last where both do. Returns what is wrong with that. */
        String settle() {
            boolean nothing = after.isNull() || after.isContainer() && after.isEmpty();
            if (nothing && object.get(name) == after) {
                object.set(name, before);
            }
            boolean differs = !nothing
                    && !before.isNull()
                    && MADE_OF.contains(name)
                    && !before.toString().equals(after.toString());
            return differs ? "'" + name + "' is given twice and differs" : "";
        }
    }

    /** Notes them in the list that the reader brings along: what is in the second is read after this. */
    private static final class KeysGivenTwice extends JsonNodeDeserializer {
        @Override
        @SuppressWarnings("unchecked")
        protected void _handleDuplicateProperty(
                JsonParser json,
                DeserializationContext context,
                JsonNodeFactory factory,
                String name,
                ObjectNode object,
                JsonNode before,
                JsonNode after) {
            ((List<Twice>) context.getAttribute(Twice.class)).add(new Twice(object, name, before, after));
        }
    }

    static ReplyBody read(String text) {
        ReplyBody body = new ReplyBody();
        body.values(text, 0);
        if (body.parts.isEmpty() && body.trouble.isEmpty()) {
            body.trouble = text.isBlank() ? "the response is empty" : "the response holds no JSON";
        }
        return body;
    }

    /** Objects, in the order in which they came; one unless it is a stream. */
    List<JsonNode> parts() {
        return parts;
    }

    /** Whether it came in the form of a stream. */
    boolean streamed() {
        return streamed || parts.size() > 1;
    }

    /** Whether a stream said that it is over. */
    boolean ended() {
        return ended;
    }

    /** What is wrong with it; empty when all of it was read. */
    String trouble() {
        return trouble;
    }

    /** @param inside how many wrappings it was taken out of */
    private void values(String text, int inside) {
        char[] letters = text.toCharArray();
        int at = visible(text, 0);
        while (at < letters.length && trouble.isEmpty()) {
            if (text.startsWith(DONE, at)) {
                ended = true;
                at += DONE.length();
            } else if (inside == 0 && isField(text, at)) {
                values(data(text.substring(at)), 1);
                return;
            } else {
                at = value(letters, at, inside);
            }
            at = visible(text, at);
        }
    }

    /** Reads the value that begins at a place. @return one past its end */
    private int value(char[] letters, int at, int inside) {
        List<Twice> twice = new ArrayList<>();
        ObjectReader reader = LENIENT.withAttribute(Twice.class, twice);
        try (JsonParser json = reader.createParser(letters, at, letters.length - at)) {
            JsonNode value = reader.readTree(json);
            for (Twice one : twice) {
                trouble = trouble.isEmpty() ? one.settle() : trouble;
            }
            add(value, inside);
            return at + (int) json.currentLocation().getCharOffset();
        } catch (JacksonException e) {
            trouble = !parts.isEmpty()
                    ? "something that is no JSON follows it"
                    : "the response is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse("");
            return letters.length;
        }
    }

    private void add(JsonNode value, int inside) {
        if (value.isArray() && !value.isEmpty() && parts.size() + value.size() <= MOST_PARTS) {
            value.forEach(this::add);
        } else if (value.isString() && inside < MOST_INSIDE && looksLikeJson(value.stringValue())) {
            values(value.stringValue(), inside + 1);
        } else {
            add(value);
        }
    }

    private void add(JsonNode value) {
        if (value.isObject() && parts.size() < MOST_PARTS) {
            parts.add(value);
        } else {
            trouble = "the response is not a JSON object";
        }
    }

    private static boolean looksLikeJson(String text) {
        int at = visible(text, 0);
        return text.startsWith("{", at)
                || text.startsWith("[", at)
                || text.startsWith("\"{", at)
                || text.startsWith("\"[", at);
    }

    /** The first place from here with anything to be seen. */
    private static int visible(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || text.charAt(at) == 0
                        || Character.getType(text.charAt(at)) == Character.FORMAT)) {
            at++;
        }
        return at;
    }

    private static boolean isField(String text, int at) {
        return FIELDS.stream().anyMatch(field -> text.regionMatches(true, at, field, 0, field.length()));
    }

    /** What stands in the data fields of server-sent events, line by line. */
    private String data(String events) {
        StringBuilder data = new StringBuilder(events.length());
        events.lines().map(String::strip).forEach(line -> {
            if (SmallLetters.of(line.substring(0, Math.min(DATA.length(), line.length())))
                    .equals(DATA)) {
                streamed = true;
                data.append(line, DATA.length(), line.length()).append('\n');
            } else if (!isField(line, 0)) {
                data.append(line).append('\n');
            }
        });
        return data.toString();
    }
}
