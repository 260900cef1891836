package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Whether a text has the shape of a snapshot, in one pass over its tokens, without a tree: most snapshots are as they were frozen, and a
 * large site reads many. Made from the {@linkplain SnapshotSchema published schema} and never laxer than it where shape is
 * concerned; a no is not the last word, since only the schema says what is wrong and where.
 */
final class SnapshotShape {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String REFERENCE = "#/$defs/";

    /** Of every keyword in the schema, those that do not concern the shape: {@link dev.valuecompass.snapshot.check.SnapshotCheck} knows better. */
    private static final Set<String> MEANING =
            Set.of("pattern", "minItems", "minLength", "format", "$schema", "$id", "title", "description", "$defs");

    /** Tokens that begin a value of each type. */
    private static final Map<String, Set<JsonToken>> TOKENS = Map.of(
            "object", EnumSet.of(JsonToken.START_OBJECT),
            "array", EnumSet.of(JsonToken.START_ARRAY),
            "string", EnumSet.of(JsonToken.VALUE_STRING),
            "number", EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
            "integer", EnumSet.of(JsonToken.VALUE_NUMBER_INT),
            "boolean", EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
            "null", EnumSet.of(JsonToken.VALUE_NULL));

    /** What one place of the text may hold. Filled while the schema is read, since places refer to each other. */
    private static final class Place {
        private final Set<JsonToken> tokens = EnumSet.noneOf(JsonToken.class);
        private final Map<String, Place> fields = new HashMap<>();
        private final Set<String> required = new HashSet<>();
        private Set<String> values;
        private Place others;
        private Place entries;
        private double least = Double.NEGATIVE_INFINITY;
        private double most = Double.POSITIVE_INFINITY;
        private boolean inside;
    }

    private static final SnapshotShape SHIPPED = new SnapshotShape(Json.tree(SnapshotSchema.text(), "schema"));

    private final JsonNode schema;
    private final Map<String, Place> named = new HashMap<>();
    private final Place root;

    private SnapshotShape(JsonNode schema) {
        this.schema = schema;
        this.root = place(schema);
    }

    /** That of this program's version. */
    static SnapshotShape shipped() {
        return SHIPPED;
    }

    /** @param json UTF-8 */
    boolean fits(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return fits(parser, parser.nextToken(), root) && parser.nextToken() == null;
        } catch (JacksonException torn) {
            return false;
        }
    }

    private static boolean fits(JsonParser parser, JsonToken token, Place place) {
        if (token == null || !place.tokens.contains(token)) {
            return false;
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> place.values == null || place.values.contains(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> within(parser, place);
            default -> true;
        };
    }

    private static boolean within(JsonParser parser, Place place) {
        if (place.least == Double.NEGATIVE_INFINITY && place.most == Double.POSITIVE_INFINITY) {
            return true;
        }
        double value = parser.getDoubleValue();
        return place.inside ? value > place.least && value < place.most : value >= place.least && value <= place.most;
    }

    /** Fields that stand twice are refused where the values are read. */
    private static boolean object(JsonParser parser, Place place) {
        int missing = place.required.size();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Place field = place.fields.getOrDefault(name, place.others);
            if (field == null || !fits(parser, parser.nextToken(), field)) {
                return false;
            }
            missing -= place.required.contains(name) ? 1 : 0;
        }
        return missing == 0 && parser.currentToken() == JsonToken.END_OBJECT;
    }

    private static boolean array(JsonParser parser, Place place) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (place.entries == null || !fits(parser, token, place.entries)) {
                return false;
            }
        }
        return true;
    }

    private Place place(JsonNode written) {
        Place place = new Place();
        read(written, place);
        return place;
    }

    private Place reference(String name) {
        Place known = named.get(name);
        if (known == null) {
            known = new Place();
            named.put(name, known);
            read(schema.at("/$defs/" + name), known);
        }
        return known;
    }

    private void read(JsonNode written, Place place) {
        for (Map.Entry<String, JsonNode> keyword : written.properties()) {
            JsonNode value = keyword.getValue();
            switch (keyword.getKey()) {
                case "type" -> strings(value).forEach(type -> place.tokens.addAll(TOKENS.get(type)));
                case "required" -> place.required.addAll(strings(value));
                case "enum" -> place.values = Set.copyOf(strings(value));
                case "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                    bound(keyword.getKey(), value.doubleValue(), place);
                case "properties" ->
                    value.properties().forEach(field -> place.fields.put(field.getKey(), in(field.getValue())));
                case "additionalProperties" -> place.others = value.isObject() ? in(value) : null;
                case "items" -> place.entries = in(value);
                default -> {
                    if (!MEANING.contains(keyword.getKey())) {
                        throw new IllegalStateException("the shape cannot tell '" + keyword.getKey() + "'");
                    }
                }
            }
        }
    }

    /** A place in another: described there, or by reference, or one that may also be null. */
    private Place in(JsonNode written) {
        if (written.has("anyOf")) {
            Place place = new Place();
            for (JsonNode choice : written.get("anyOf")) {
                merge(in(choice), place);
            }
            return place;
        }
        JsonNode to = written.get("$ref");
        return to == null ? place(written) : reference(to.asString().substring(REFERENCE.length()));
    }

    /** Of several choices one is an object at most. */
    private static void merge(Place choice, Place place) {
        place.tokens.addAll(choice.tokens);
        place.fields.putAll(choice.fields);
        place.required.addAll(choice.required);
        place.others = choice.others == null ? place.others : choice.others;
    }

    private static void bound(String keyword, double value, Place place) {
        boolean exact = keyword.equals("const");
        if (exact) {
            place.tokens.add(JsonToken.VALUE_NUMBER_INT);
        }
        place.inside |= keyword.startsWith("exclusive");
        if (exact || keyword.endsWith("inimum")) {
            place.least = value;
        }
        if (exact || keyword.endsWith("aximum")) {
            place.most = value;
        }
    }

    private static List<String> strings(JsonNode value) {
        List<String> strings = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> strings.add(one.asString()));
        } else {
            strings.add(value.asString());
        }
        return strings;
    }
}
