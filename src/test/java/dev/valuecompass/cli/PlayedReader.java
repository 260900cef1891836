package dev.valuecompass.cli;

import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A model in every role: says an opinion, gives verdicts, names concepts and marks them, each in the form asked for. */
final class PlayedReader {
    private static final Pattern CONCEPTS = Pattern.compile("\\{\"code\": \"([^\"]+)\"");
    private static final Pattern MARK = Pattern.compile("MARK (\\S+) n:");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\d+)\\. \\[");
    private static final Pattern VALUE = Pattern.compile("(?m)^- (\\S+) \\(");
    private static final Pattern TEXT = Pattern.compile("TEXT BEGINS\\n(.*?)\\n\\S+ TEXT ENDS", Pattern.DOTALL);

    private PlayedReader() {}

    /** The body of a completion for the body of a request. */
    static String reply(JsonNode body) {
        JsonNode messages = body.get("messages");
        String prompt =
                messages.get(messages.size() - 1).get("content").stringValue().strip();
        return Json.line(Map.of(
                "choices",
                List.of(Map.of("finish_reason", "stop", "message", Map.of("content", said(prompt)))),
                "usage",
                Map.of("prompt_tokens", 900, "completion_tokens", 9)));
    }

    private static String said(String prompt) {
        String last = prompt.substring(prompt.lastIndexOf('\n') + 1);
        if (last.startsWith("VERDICT ")) {
            return "Because.\n" + last.substring(0, last.indexOf(':') + 1)
                    + (prompt.hashCode() % 3 == 0 ? " YES" : " NO");
        }
        Matcher concepts = CONCEPTS.matcher(prompt);
        if (concepts.find()) {
            return concepts(concepts.group(1), prompt);
        }
        Matcher mark = MARK.matcher(prompt);
        if (mark.find()) {
            String asked = prompt.substring(prompt.indexOf("CONCEPTS BEGIN"));
            StringBuilder marks = new StringBuilder();
            for (Matcher number = NUMBERED.matcher(asked); number.find(); ) {
                marks.append("MARK %s %s: EXPRESSES 0.8%n".formatted(mark.group(1), number.group(1)));
            }
            return marks.toString();
        }
        return "Stance: " + (prompt.hashCode() % 2 == 0 ? "Yes" : "No") + "\n\nKey Points:\n"
                + "1. Care: people must be protected from harm.\n"
                + "2. Freedom: everyone should decide for themselves (" + prompt.hashCode() + ").";
    }

    private static String concepts(String code, String prompt) {
        Matcher text = TEXT.matcher(prompt);
        text.find();
        List<Map<String, String>> found = new ArrayList<>();
        for (Matcher value = VALUE.matcher(prompt); value.find(); ) {
            if ((prompt + value.group(1)).hashCode() % 3 == 0) {
                found.add(Map.of(
                        "value", value.group(1),
                        "concept", "what it says of " + value.group(1),
                        "words",
                                text.group(1)
                                        .substring(0, Math.min(20, text.group(1).length()))));
            }
        }
        return Json.line(Map.of("code", code, "concepts", found));
    }
}
