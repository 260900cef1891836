package dev.valuecompass.io;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds the line on which a value of a JSON text stands, so that mistakes in its meaning can be shown with a place. */
public final class JsonPlaces {
    private final Map<String, Integer> lines = new HashMap<>();

    /** Text that is not JSON is taken as far as it goes. */
    public JsonPlaces(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JacksonException torn) {
            // What was read before the tear has places; the tear itself is reported where the text is parsed.
            lines.putIfAbsent("", 1);
        }
    }

    /**
     * @param pointer a JSON pointer (RFC 6901) such as {@code /models/3/name}
     * @return the line, from 1, of the value or of its nearest enclosing value that is there
     */
    public int line(String pointer) {
        Integer line = lines.get(pointer);
        if (line != null) {
            return line;
        }
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? 1 : line(pointer.substring(0, slash));
    }
}
