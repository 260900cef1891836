package dev.valuecompass.llm.openai;

import dev.valuecompass.io.JsonText;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bodies of a model's requests. Their keys stand in alphabetical order, and all but the messages are the same from one
 * to the next, so they are written once. What is not set is not there, since some servers refuse {@code null}.
 */
final class RequestFrame {
    private static final String MESSAGES = "messages";
    private static final int AROUND = 64;

    private final String model;
    private final Sampling sampling;
    private final ProviderProfile profile;
    private final String before;
    private final String behind;

    /** For all requests that differ from this one in their messages alone. */
    RequestFrame(ChatRequest request, ProviderProfile profile) {
        this.model = request.model();
        this.sampling = request.sampling();
        this.profile = profile;
        SortedMap<String, Object> keys = new TreeMap<>(profile.parameters(request));
        keys.put("model", model);
        keys.put("stream", false);
        String first = object(keys.headMap(MESSAGES));
        String last = object(keys.tailMap(MESSAGES));
        before = first + (first.length() > 1 ? "," : "") + "\"" + MESSAGES + "\":";
        behind = "," + last.substring(1) + "}";
    }

    /** Without the bracket at its end. */
    private static String object(Map<String, Object> keys) {
        JsonText json = new JsonText(AROUND).begin('{');
        keys.forEach((name, value) -> json.name(name).scalar(value));
        return json.toString();
    }

    boolean fits(ChatRequest request) {
        Sampling other = request.sampling();
        return sampling.maxTokens() == other.maxTokens()
                && Objects.equals(sampling.temperature(), other.temperature())
                && Objects.equals(sampling.topP(), other.topP())
                && model.equals(request.model());
    }

    /** By way of a text, so that half a character, which an item may hold, becomes a question mark and no failure. */
    byte[] around(Iterable<Message> messages) {
        int length = AROUND;
        for (Message message : messages) {
            length += message.content().length() + AROUND;
        }
        JsonText json = new JsonText(length).begin('[');
        for (Message message : messages) {
            json.begin('{').name("content").value(message.content());
            json.name("role").value(role(message)).end('}');
        }
        String array = json.end(']').toString();
        return before.concat(array).concat(behind).getBytes(StandardCharsets.UTF_8);
    }

    private String role(Message message) {
        return message.role() == Message.Role.SYSTEM
                ? profile.systemRole()
                : message.role().name().toLowerCase(Locale.ROOT);
    }
}
