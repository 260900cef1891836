package dev.valuecompass.llm.offline;

import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a fictional model makes of a request: it gets the same text as a real one and has to find the question in it.
 *
 * @param whole all messages
 * @param question the text that the prompt is about
 * @param frame the last message without the question
 */
record SimulatedRequest(String whole, String question, String frame) {
    private static final Pattern LABELLED =
            Pattern.compile("(?im)^\\s*(?:question|story|sentence|text|statement)\\s*:\\s*(.+(?:\\n(?!\\s*\\n).+)*+)");
    private static final Pattern POINTS = Pattern.compile(
            "(?i)\\b(\\d|one|two|three|four|five|six|seven)\\s+(?:\\w+\\s+){0,2}(?:points|reasons|arguments)\\b");
    private static final Map<String, Integer> WORDS =
            Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7);

    /** Purposes whose prompt is the question. */
    private static final Set<Purpose> WHOLE = Set.of(Purpose.REPLY, Purpose.CHOICE, Purpose.RATING);

    /** Words around a question that are known: what stands before and after it. */
    record KnownFrame(String before, String after) {
        private boolean fits(String message) {
            return message.length() > before.length() + after.length()
                    && message.startsWith(before)
                    && message.endsWith(after);
        }
    }

    static SimulatedRequest of(ChatRequest request) {
        return of(request, List.of());
    }

    /** @param frames of prompts that are the question and words around it */
    static SimulatedRequest of(ChatRequest request, List<KnownFrame> frames) {
        String whole = request.messages().stream().map(Message::content).collect(Collectors.joining("\n\n"));
        List<Message> users = request.messages().stream()
                .filter(message -> message.role() == Message.Role.USER)
                .toList();
        String last = users.isEmpty() ? whole : users.get(users.size() - 1).content();
        String question = WHOLE.contains(request.purpose()) ? bare(last, frames).strip() : question(last);
        return new SimulatedRequest(whole, question, last.replace(question, ""));
    }

    /** The same with the question as it stands in English. @param originals by translation */
    SimulatedRequest translated(Map<String, String> originals) {
        String original = originals.get(question);
        return original == null ? this : new SimulatedRequest(whole.replace(question, original), original, frame);
    }

    private static String bare(String message, List<KnownFrame> frames) {
        return frames.stream()
                .filter(frame -> frame.fits(message))
                .findFirst()
                .map(frame -> message.substring(
                        frame.before().length(),
                        message.length() - frame.after().length()))
                .orElse(message);
    }

    private static String question(String message) {
        Matcher labelled = LABELLED.matcher(message);
        String found = null;
        while (labelled.find()) {
            found = labelled.group(1);
        }
        if (found == null) {
            String[] paragraphs = message.strip().split("\\n\\s*\\n");
            found = paragraphs[paragraphs.length - 1];
        }
        return found.strip();
    }

    /** How many points are asked for. */
    int points() {
        Matcher points = POINTS.matcher(whole);
        if (!points.find()) {
            return 3;
        }
        String word = points.group(1).toLowerCase(java.util.Locale.ROOT);
        return Math.max(1, WORDS.containsKey(word) ? WORDS.get(word) : Integer.parseInt(word));
    }
}
