package dev.valuecompass.llm.openai;

import dev.valuecompass.io.JsonText;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of a request, its keys in alphabetical order. What is not set is not there, since some servers refuse
 * {@code null}.
 */
final class RequestJson {
    private static final int AROUND = 512;

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
        JsonText json = new JsonText(AROUND + length(request)).begin('{');
        for (Map.Entry<String, Object> key : keys.entrySet()) {
            json.name(key.getKey());
            if (key.getValue() instanceof Part part) {
                write(part, json, request, profile);
            } else {
                json.scalar(key.getValue());
            }
        }
        // By way of a text, so that half a character, which an item may hold, becomes a question mark and no failure.
        return json.end('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int length(ChatRequest request) {
        int length = 0;
        for (Message message : request.messages()) {
            length += message.content().length();
        }
        return length;
    }

    private static void write(Part part, JsonText json, ChatRequest request, ProviderProfile profile) {
        switch (part) {
            case MODEL -> json.value(request.model());
            case STREAM -> json.scalar(false);
            case MESSAGES -> {
                json.begin('[');
                for (Message message : request.messages()) {
                    json.begin('{').name("content").value(message.content());
                    json.name("role").value(role(message, profile)).end('}');
                }
                json.end(']');
            }
        }
    }

    private static String role(Message message, ProviderProfile profile) {
        return message.role() == Message.Role.SYSTEM
                ? profile.systemRole()
                : message.role().name().toLowerCase(Locale.ROOT);
    }
}
