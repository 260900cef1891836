package dev.valuecompass.llm.openai;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of a request, its keys in alphabetical order. What is not set is not there, since some servers refuse
 * {@code null}.
 */
final class RequestJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 1_024;

    /** Keys that are no sampling parameters. */
    private enum Part {
        MESSAGES,
        MODEL,
        STREAM
    }

    private RequestJson() {}

    static byte[] of(ChatRequest request, ProviderProfile profile) {
        Map<String, Object> keys = new TreeMap<>(profile.parameters(request));
        keys.put("messages", Part.MESSAGES);
        keys.put("model", Part.MODEL);
        keys.put("stream", Part.STREAM);
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> key : keys.entrySet()) {
                json.writeName(key.getKey());
                if (key.getValue() instanceof Part part) {
                    write(part, json, request, profile);
                } else {
                    json.writeRawValue(scalar(key.getValue()));
                }
            }
            json.writeEndObject();
        }
        // By way of a text, so that half a character, which an item may hold, becomes a question mark and no failure.
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Part part, JsonGenerator json, ChatRequest request, ProviderProfile profile) {
        switch (part) {
            case MODEL -> json.writeString(request.model());
            case STREAM -> json.writeBoolean(false);
            case MESSAGES -> {
                json.writeStartArray();
                for (Message message : request.messages()) {
                    json.writeStartObject();
                    json.writeStringProperty("content", message.content());
                    json.writeStringProperty("role", role(message, profile));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        }
    }

    private static String scalar(Object value) {
        boolean plain = value instanceof Integer || value instanceof Double number && Double.isFinite(number);
        return plain ? value.toString() : Json.line(value);
    }

    private static String role(Message message, ProviderProfile profile) {
        return message.role() == Message.Role.SYSTEM
                ? profile.systemRole()
                : message.role().name().toLowerCase(Locale.ROOT);
    }
}
