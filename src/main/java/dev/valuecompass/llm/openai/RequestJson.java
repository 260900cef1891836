package dev.valuecompass.llm.openai;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The body of a request. What is not set is not there, since some servers refuse {@code null}. */
final class RequestJson {
    private RequestJson() {}

    static String of(ChatRequest request, ProviderProfile profile) {
        Map<String, Object> body = new LinkedHashMap<>(profile.parameters(request));
        body.put("model", request.model());
        body.put(
                "messages",
                request.messages().stream()
                        .map(message -> Map.of("role", role(message, profile), "content", message.content()))
                        .toList());
        body.put("stream", false);
        return Json.line(body);
    }

    private static String role(Message message, ProviderProfile profile) {
        return message.role() == Message.Role.SYSTEM
                ? profile.systemRole()
                : message.role().name().toLowerCase(Locale.ROOT);
    }
}
