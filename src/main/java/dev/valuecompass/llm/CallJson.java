package dev.valuecompass.llm;

import dev.valuecompass.io.Json;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The two records that are written once a call, in the very characters of {@link Json#line}, straight into the text: looking
 * a serializer up by reflection for each was a tenth of a call's processor time.
 */
final class CallJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 1_024;

    private CallJson() {}

    private interface Content {
        void write(JsonGenerator json);
    }

    static String key(CallKey key) {
        return object(json -> {
            json.writeNumberProperty("schema", key.schema());
            json.writeStringProperty("kind", key.kind());
            json.writeStringProperty("source", key.source());
            json.writeStringProperty("model", key.model());
            json.writeArrayPropertyStart("messages");
            for (Message message : key.messages()) {
                json.writeStartObject();
                json.writeStringProperty("role", message.role().name());
                json.writeStringProperty("content", message.content());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("parameters");
            for (Map.Entry<String, Object> parameter : new TreeMap<>(key.parameters()).entrySet()) {
                json.writeName(parameter.getKey());
                json.writeRawValue(scalar(parameter.getValue()));
            }
            json.writeEndObject();
            json.writeNumberProperty("sample", key.sample());
        });
    }

    /** The common kinds are plain; the rest, and numbers that JSON does not have, are the mapper's business. */
    private static String scalar(Object value) {
        boolean plain = value instanceof Integer
                || value instanceof Boolean
                || value instanceof Double number && Double.isFinite(number);
        return plain ? value.toString() : Json.line(value);
    }

    static String result(ChatResult result) {
        return object(json -> {
            json.writeStringProperty("outcome", result.outcome().name());
            json.writeStringProperty("text", result.text());
            json.writeStringProperty("reasoning", result.reasoning());
            json.writeStringProperty("modelReported", result.modelReported());
            json.writeName("usage");
            usage(json, result.usage());
            json.writeArrayPropertyStart("attemptErrors");
            for (String error : result.attemptErrors()) {
                json.writeString(error);
            }
            json.writeEndArray();
            json.writeStringProperty("detail", result.detail());
            json.writeBooleanProperty("replayed", result.replayed());
        });
    }

    private static void usage(JsonGenerator json, Usage usage) {
        json.writeStartObject();
        count(json, "prompt", usage.prompt());
        count(json, "cachedPrompt", usage.cachedPrompt());
        count(json, "completion", usage.completion());
        count(json, "reasoning", usage.reasoning());
        count(json, "cacheWrite", usage.cacheWrite());
        json.writeName("dollars");
        // The generator writes null for a null.
        json.writeNumber(usage.dollars());
        json.writeEndObject();
    }

    private static void count(JsonGenerator json, String name, Integer tokens) {
        if (tokens == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, tokens.intValue());
        }
    }

    private static String object(Content content) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
