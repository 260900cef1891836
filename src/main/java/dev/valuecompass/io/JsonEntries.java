package dev.valuecompass.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of one long list in a JSON file that another program wrote, one at a time, so that the file may be larger
 * than memory. As Python does, such programs may write NaN and Infinity.
 */
public final class JsonEntries {
    /** Of one entry, and of what lies between two of them, in characters. */
    private static final long LONGEST = 64L << 20;

    private final Path file;
    private final List<String> list;
    private final ObjIntConsumer<JsonNode> consumer;

    private JsonEntries(Path file, List<String> list, ObjIntConsumer<JsonNode> consumer) {
        this.file = file;
        this.list = list;
        this.consumer = consumer;
    }

    /**
     * What stands around the list.
     *
     * @param list names on the way to it from the root
     * @return the file without its entries: where there is such a list, it is empty
     * @throws DataException when the file is no JSON object, or larger than is read
     */
    public static JsonNode around(Path file, List<String> list) {
        return new JsonEntries(file, list, null).read();
    }

    /** Passes each entry on, with its number from 1. */
    public static void forEach(Path file, List<String> list, ObjIntConsumer<JsonNode> consumer) {
        new JsonEntries(file, list, consumer).read();
    }

    private JsonNode read() {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DataException(file, "is a folder, or no file that can be read twice", "name a file");
        }
        try (Metered text = new Metered(TextFile.lines(file));
                JsonParser json = Json.foreign(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new DataException(file, "is no JSON object", "give the file as it was written");
            }
            JsonNode around = object(json, text, list);
            json.nextToken();
            return around;
        } catch (JacksonException e) {
            throw new DataException(
                    new Defect(
                            file.toString(),
                            e.getLocation() == null
                                    ? 0
                                    : Math.max(e.getLocation().getLineNr(), 0),
                            JsonFault.words(e),
                            "mend the JSON or restore the file"),
                    e);
        } catch (Json.TooManyValues e) {
            throw Json.tooMany(file.toString(), e);
        } catch (TooLong e) {
            throw new DataException(
                    new Defect(
                            file,
                            "has an entry of more than " + (LONGEST >> 20) + " million characters",
                            "leave it out; no answer is that long"),
                    e);
        } catch (IOException e) {
            throw TextFile.fault(file, e);
        }
    }

    private ObjectNode object(JsonParser json, Metered text, List<String> way) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean onTheWay = !way.isEmpty() && way.get(0).equals(name);
            if (onTheWay && way.size() > 1 && value == JsonToken.START_OBJECT) {
                around.set(name, object(json, text, way.subList(1, way.size())));
            } else if (onTheWay && way.size() == 1 && value == JsonToken.START_ARRAY) {
                around.set(name, entries(json, text));
            } else {
                around.set(name, Json.tree(json));
            }
        }
        return around;
    }

    private ArrayNode entries(JsonParser json, Metered text) {
        for (int number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
            text.begin();
            if (consumer == null) {
                json.skipChildren();
            } else {
                consumer.accept(Json.tree(json), number);
            }
        }
        text.begin();
        return JsonNodeFactory.instance.arrayNode();
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what was read since the last entry began. */
    private static final class Metered extends Reader {
        private final Reader text;
        private long read;

        Metered(Reader text) {
            this.text = text;
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = text.read(buffer, from, length);
            read += Math.max(count, 0);
            if (read > LONGEST) {
                throw new TooLong();
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
