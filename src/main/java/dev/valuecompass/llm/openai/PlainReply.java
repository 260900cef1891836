package dev.valuecompass.llm.openai;

import dev.valuecompass.io.SmallLetters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the response that nearly all are, one choice with a text, in one pass and without a tree. Whatever is not of that
 * form it leaves to {@link ReplyReader}, which knows all of them; what it does read, that would read the same.
 */
final class PlainReply {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Not the plain form when there is something in them. */
    private static final Set<String> RARE = Set.of(
            "error",
            "refusal",
            "content_filter_results",
            "reasoning_content",
            "reasoning",
            "thinking",
            "reasoning_details",
            "cost");

    private final JsonParser json;
    private final boolean outputIsTheRest;
    private final Map<String, Integer> counts = new HashMap<>();
    private String content;
    private String finish = "";
    private String model = "";
    private String fingerprint = "";

    private PlainReply(JsonParser json, boolean outputIsTheRest) {
        this.json = json;
        this.outputIsTheRest = outputIsTheRest;
    }

    /** Says that a response is not of the plain form. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super("", null, false, false);
        }
    }

    /** Which object is being read. */
    private enum Place {
        TOP,
        CHOICE,
        MESSAGE,
        COUNTS
    }

    /** Empty when the body is not of the plain form. */
    static Optional<ReplyParts> read(String body, boolean outputIsTheRest) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            return Optional.of(new PlainReply(json, outputIsTheRest).read());
        } catch (JacksonException | NotPlain e) {
            return Optional.empty();
        }
    }

    private ReplyParts read() throws NotPlain {
        json.nextToken();
        object(Place.TOP, "");
        require(json.nextToken() == null && content != null);
        return new ReplyParts(
                content,
                finish,
                "",
                "",
                false,
                (model + " " + fingerprint).strip(),
                UsageReader.of(counts::get, null, outputIsTheRest));
    }

    private void top(String name) throws NotPlain {
        switch (name) {
            case "choices" -> {
                require(json.currentToken() == JsonToken.START_ARRAY);
                json.nextToken();
                object(Place.CHOICE, "");
                require(json.nextToken() == JsonToken.END_ARRAY);
            }
            case "usage" -> usage();
            case "model" -> model = text();
            case "system_fingerprint" -> fingerprint = text();
            default -> pass(name);
        }
    }

    private void choice(String name) throws NotPlain {
        switch (name) {
            case "message" -> object(Place.MESSAGE, "");
            case "finish_reason" -> finish = SmallLetters.of(text());
            default -> pass(name);
        }
    }

    private void message(String name) throws NotPlain {
        if (name.equals("content")) {
            require(json.currentToken() == JsonToken.VALUE_STRING);
            content = json.getString();
        } else {
            pass(name);
        }
    }

    private void usage() throws NotPlain {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            object(Place.COUNTS, "");
        }
    }

    /** Numbers by their path. */
    private void count(String path, String name) throws NotPlain {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> {
                require(!RARE.contains(name) && json.getNumberType() == JsonParser.NumberType.INT);
                if (json.getIntValue() >= 0) {
                    counts.put(path.concat(name), json.getIntValue());
                }
            }
            case START_OBJECT -> object(Place.COUNTS, path + name + ".");
            default -> pass(name);
        }
    }

    /** Reads what is behind each name; the parser stands on its value then, and afterwards on its end. */
    private void object(Place place, String path) throws NotPlain {
        require(json.currentToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (place) {
                case TOP -> top(name);
                case CHOICE -> choice(name);
                case MESSAGE -> message(name);
                case COUNTS -> count(path, name);
            }
        }
    }

    /** What nobody reads; where somebody would, it has to be null. */
    private void pass(String name) throws NotPlain {
        require(!RARE.contains(name) || json.currentToken() == JsonToken.VALUE_NULL);
        json.skipChildren();
    }

    private String text() throws NotPlain {
        boolean none = json.currentToken() == JsonToken.VALUE_NULL;
        require(none || json.currentToken() == JsonToken.VALUE_STRING);
        return none ? "" : json.getString();
    }

    private static void require(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }
}
