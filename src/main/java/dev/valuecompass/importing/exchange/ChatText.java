package dev.valuecompass.importing.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The texts in messages of a chat, in the shape that most programs share: a role, and a text or a list of parts. */
final class ChatText {
    private ChatText() {}

    /** A text, or its parts of the kind {@code text}; others are thoughts, pictures or calls. */
    static String of(JsonNode content, UnaryOperator<String> each) {
        if (content.isString()) {
            return each.apply(content.stringValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("type").asString("").equals("text")) {
                texts.add(each.apply(part.path("text").asString("")));
            }
        }
        return String.join("\n\n", texts);
    }

    /** What a user wrote last; empty where no message is a user's. */
    static String lastOfUser(JsonNode messages, UnaryOperator<String> each) {
        return last(messages, "user", each);
    }

    /** The text of the last message of a role; empty where there is none. */
    static String last(JsonNode messages, String role, UnaryOperator<String> each) {
        String last = "";
        for (JsonNode message : messages) {
            if (message.path("role").asString("").equals(role)) {
                last = of(message.path("content"), each);
            }
        }
        return last;
    }
}
