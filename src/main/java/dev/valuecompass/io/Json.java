package dev.valuecompass.io;

import java.io.Reader;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON in the two forms that this project writes: {@link #pretty} for files that people read and {@link #line} for
 * JSON lines and digests. Both are canonical: record components in declared order, map keys sorted, numbers in
 * Java's shortest form, {@code \n} line ends. NaN and infinities are refused on writing, duplicate keys on reading.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteNumbers())
                    .addSerializer(double.class, new FiniteNumbers()))
            .build();
    private static final ObjectReader LENIENT = MAPPER.reader()
            .with(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader FOREIGN = MAPPER.reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private Json() {}

    /** One value on one line, without a line end. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Indented by two spaces, ends with a line end. */
    public static String pretty(Object value) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES);
        return MAPPER.writer().with(printer).writeValueAsString(value) + "\n";
    }

    /** @throws DataException naming {@code place} when the text is not JSON of this shape */
    public static <T> T parse(String json, Class<T> type, String place) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw notJson(place, 0, e);
        }
    }

    /** The same of UTF-8. */
    public static <T> T parse(byte[] json, Class<T> type, String place) {
        return parse(json, 0, json.length, type, place);
    }

    /** The same of a part of a text. */
    static <T> T parse(byte[] json, int from, int length, Class<T> type, String place) {
        try {
            return MAPPER.readerFor(type).readValue(json, from, length);
        } catch (JacksonException e) {
            throw notJson(place, 0, e);
        }
    }

    /**
     * One object of several in a text of anything.
     *
     * @param tree null when there is no object of this beginning; then {@code end} is how far it was followed
     * @param end one past its last character
     */
    public record Embedded(JsonNode tree, int end) {}

    /** The object that begins at this place of a text, whatever follows it; one comma too many behind an entry is let pass. */
    public static Embedded embedded(char[] text, int from) {
        try (JsonParser json = LENIENT.createParser(text, from, text.length - from)) {
            try {
                JsonNode tree = json.readValueAsTree();
                return new Embedded(tree, from + (int) json.currentLocation().getCharOffset());
            } catch (JacksonException e) {
                return new Embedded(null, from + (int) json.currentLocation().getCharOffset());
            }
        }
    }

    /** @throws DataException naming {@code place} when the tree is not of this shape */
    public static <T> T convert(JsonNode tree, Class<T> type, String place) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw notJson(place, 0, e);
        }
    }

    /** One line of JSON with each of its strings replaced; names stay. */
    public static String mapTexts(String json, UnaryOperator<String> text) {
        return line(mapTexts(tree(json, "JSON"), text));
    }

    private static JsonNode mapTexts(JsonNode node, UnaryOperator<String> text) {
        if (node.isString()) {
            return StringNode.valueOf(text.apply(node.stringValue()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mapTexts(array.get(i), text));
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> one.setValue(mapTexts(one.getValue(), text)));
        }
        return node;
    }

    /** A tree for looking at JSON whose shape is not known in advance. */
    public static JsonNode tree(String json, String place) {
        return parse(json, JsonNode.class, place);
    }

    /**
     * The same of a program that writes numbers as Python does: NaN and Infinity are let pass.
     *
     * @throws DataException also when it holds more values than anything that is read here: a short text may make a large tree
     */
    public static JsonNode foreignTree(String json, String place) {
        try (JsonParser parser = FOREIGN.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new DataException(place, "holds nothing", "mend the JSON or restore the file");
            }
            JsonNode tree = tree(parser);
            if (parser.nextToken() != null) {
                throw new DataException(
                        place, "more follows where the value has ended", "mend the JSON or restore the file");
            }
            return tree;
        } catch (TooManyValues e) {
            throw tooMany(place, e);
        } catch (JacksonException e) {
            throw notJson(place, 0, e);
        }
    }

    /** A text of so many values is made to fill memory; each takes a hundred bytes of it. */
    static final int MOST_VALUES = 2_000_000;

    /** More values than {@value #MOST_VALUES}. */
    static final class TooManyValues extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static DataException tooMany(String place, TooManyValues e) {
        return new DataException(
                new Defect(
                        place,
                        "holds more than " + MOST_VALUES / 1_000_000 + " million values in one entry",
                        "leave it out; no answer and no item has as many"),
                e);
    }

    /** The value whose first token was read. @throws TooManyValues */
    static JsonNode tree(JsonParser json) {
        return tree(json, new int[] {MOST_VALUES});
    }

    private static JsonNode tree(JsonParser json, int[] left) {
        if (--left[0] < 0) {
            throw new TooManyValues();
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                object.set(name, tree(json, left));
            }
            return object;
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(tree(json, left));
            }
            return array;
        }
        return json.readValueAsTree();
    }

    /** The tokens of such a program's file. */
    static JsonParser foreign(Reader text) {
        return FOREIGN.createParser(text);
    }

    /** @throws DataException when the file cannot be read or is not JSON of this shape */
    public static <T> T read(Path file, Class<T> type) {
        String text = TextFile.read(file);
        if (text.isBlank()) {
            throw new DataException(file, "the file is empty", "write it or remove it");
        }
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw notJson(file.toString(), 0, e);
        }
    }

    private static DataException notJson(String place, int line, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        int where = line > 0 ? line : at == null ? 0 : Math.max(at.getLineNr(), 0);
        return new DataException(new Defect(place, where, JsonFault.words(e), "mend the JSON or restore the file"), e);
    }

    /** Writes doubles and refuses those that JSON cannot say: a NaN that reaches a file is a bug, never a value. */
    private static final class FiniteNumbers extends StdSerializer<Double> {
        FiniteNumbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number: " + value);
            }
            json.writeNumber(value);
        }
    }
}
