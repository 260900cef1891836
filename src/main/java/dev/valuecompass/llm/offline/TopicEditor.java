package dev.valuecompass.llm.offline;

import dev.valuecompass.io.SmallLetters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a fictional model sorts numbered topics, and turns them into questions: by their words, as far as it understands. */
final class TopicEditor {
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\d{1,4})\\. (.{1,2000})$");
    private static final Pattern CATEGORIES = Pattern.compile("(?s)categories:\\n(.+?)\\n\\n");
    private static final int STEM = 4;
    private static final List<String> FORMS = List.of(
            "Is it right that people speak up for this: %s?",
            "Should a community make room for this: %s?", "Would most people be better off with this: %s?");

    private final Dice dice;

    TopicEditor(Dice dice) {
        this.dice = dice;
    }

    /** A line for each topic with the category whose name shares most with it; empty when the prompt names none. */
    Optional<String> categorise(String model, String prompt) {
        Matcher named = CATEGORIES.matcher(prompt);
        if (!named.find()) {
            return Optional.empty();
        }
        List<String> categories = named.group(1).lines().toList();
        return Optional.of(topics(prompt).entrySet().stream()
                .map(topic -> topic.getKey() + ": " + category(model, topic.getValue(), categories))
                .collect(Collectors.joining("\n")));
    }

    /** A question for each topic; one that is a question already stays. */
    String ask(String model, String prompt) {
        return topics(prompt).entrySet().stream()
                .map(topic -> topic.getKey() + ". " + question(model, topic.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String category(String model, String topic, List<String> categories) {
        String lower = SmallLetters.of(topic);
        String best = dice.pick(categories, "category", model, topic);
        long most = 0;
        for (String category : categories) {
            long shared = List.of(category.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                    .filter(word -> word.length() >= STEM)
                    .filter(word -> lower.contains(word.substring(0, Math.max(STEM, word.length() - 2))))
                    .count();
            if (shared > most) {
                most = shared;
                best = category;
            }
        }
        return best;
    }

    private String question(String model, String topic) {
        return topic.endsWith("?")
                ? topic
                : dice.pick(FORMS, "form", model, topic).formatted(topic.replaceAll("[.!\\s]+$", ""));
    }

    /** By number; the topics stand at the end of the prompt. */
    private static Map<String, String> topics(String prompt) {
        Map<String, String> topics = new LinkedHashMap<>();
        Matcher numbered = NUMBERED.matcher(prompt);
        while (numbered.find()) {
            topics.put(numbered.group(1), numbered.group(2).strip());
        }
        return topics;
    }
}
