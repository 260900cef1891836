package dev.valuecompass.items.topics;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.writing.ListReader;
import dev.valuecompass.items.writing.Prose;
import dev.valuecompass.items.writing.WritingModel;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Elicitation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The steps of topic preparation that a model writes for. What it does not answer stays as it was. */
final class TopicWriting {
    /** Topics in one request: few enough that none is forgotten. */
    private static final int BATCH = 20;

    private static final int ID_DIGITS = 10;
    private static final Pattern QUESTION = Pattern.compile(
            "(?i)^(?:is|are|was|were|do|does|did|should|shall|can|could|may|might|must|will|would|has|have|had|ought)\\b.*\\?$");

    private final WritingModel author;
    private final TopicPrompts prompts;
    private final Refusals refusals;

    TopicWriting(WritingModel author, TopicPrompts prompts, Refusals refusals) {
        this.author = author;
        this.prompts = prompts;
        this.refusals = refusals;
    }

    /** The topics, each followed by what the model made of it. */
    List<Item> expanded(List<Item> topics, int each, Elicitation elicitation) {
        String kind = TopicPrompts.kind(elicitation);
        List<Optional<String>> answers = author.writeAll(
                Purpose.EXPAND,
                topics.stream()
                        .map(topic -> prompts.expand()
                                .fill(Map.of("topic", topic.text(), "kind", kind, "count", Integer.toString(each))))
                        .toList());
        List<Item> expanded = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            Item topic = topics.get(i);
            expanded.add(topic);
            answers.get(i).map(ListReader::entries).orElse(List.of()).stream()
                    .filter(this::fits)
                    .limit(each)
                    .forEach(text -> expanded.add(child(topic, text)));
        }
        return expanded;
    }

    /** What cannot be read does not fit, whatever the cause. */
    private boolean fits(String text) {
        try {
            return Prose.is(text) && refusals.admits(text, author.id());
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return false;
        }
    }

    private Item child(Item topic, String text) {
        Provenance origin = new Provenance(
                "expansion", topic.id(), author.id(), prompts.expand().digest(), "", Map.of());
        String id = topic.system() + "-x" + Digest.sha256(text).substring(0, ID_DIGITS);
        return new Item(id, topic.system(), topic.dimensions(), topic.category(), text, false, origin);
    }

    /** The topics with the categories that the model gave them; an unknown word changes nothing. */
    List<Item> categorised(List<Item> topics, List<String> categories) {
        Map<String, String> known = new HashMap<>();
        categories.forEach(category -> known.put(plain(category), category));
        String list = String.join("\n", categories);
        List<Item> changed = new ArrayList<>(topics);
        inBatches(
                        Purpose.CATEGORISE,
                        topics,
                        texts -> prompts.categorise().fill(Map.of("topics", texts, "categories", list)))
                .forEach((place, word) -> {
                    String category = known.get(plain(word));
                    if (category != null) {
                        changed.set(place, categorised(topics.get(place), category));
                    }
                });
        return changed;
    }

    /** The topics as yes/no questions; those that are one already are not sent. */
    List<Item> asked(List<Item> topics) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            if (!isQuestion(topics.get(i).text())) {
                places.add(i);
            }
        }
        List<Item> changed = new ArrayList<>(topics);
        List<Item> sent = places.stream().map(topics::get).toList();
        inBatches(Purpose.QUESTION, sent, texts -> prompts.question().fill(Map.of("topics", texts)))
                .forEach((place, text) -> {
                    if (isQuestion(text) && fits(text)) {
                        changed.set(places.get(place), question(sent.get(place), text));
                    }
                });
        return changed;
    }

    static boolean isQuestion(String text) {
        return QUESTION.matcher(text).matches();
    }

    private Item question(Item topic, String text) {
        Provenance from = topic.provenance();
        Provenance origin = new Provenance(
                from.generator(),
                from.parent(),
                author.id(),
                prompts.question().digest(),
                from.period(),
                from.rewards());
        return new Item(topic.id(), topic.system(), topic.dimensions(), topic.category(), text, topic.anchor(), origin);
    }

    private static Item categorised(Item topic, String category) {
        return new Item(
                topic.id(),
                topic.system(),
                topic.dimensions(),
                category,
                topic.text(),
                topic.anchor(),
                topic.provenance());
    }

    /** Answers by the place of the topic; numbers out of range are talk. */
    private Map<Integer, String> inBatches(
            Purpose purpose, List<Item> topics, java.util.function.UnaryOperator<String> prompt) {
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < topics.size(); from += BATCH) {
            StringBuilder texts = new StringBuilder();
            for (int i = from; i < Math.min(topics.size(), from + BATCH); i++) {
                texts.append(i - from + 1)
                        .append(". ")
                        .append(topics.get(i).text())
                        .append('\n');
            }
            requests.add(prompt.apply(texts.toString().stripTrailing()));
        }
        Map<Integer, String> answers = new TreeMap<>();
        List<Optional<String>> written = author.writeAll(purpose, requests);
        for (int request = 0; request < written.size(); request++) {
            int from = request * BATCH;
            int size = Math.min(topics.size() - from, BATCH);
            written.get(request).map(ListReader::numbered).orElse(Map.of()).forEach((number, text) -> {
                if (number >= 1 && number <= size) {
                    answers.put(from + number - 1, text);
                }
            });
        }
        return answers;
    }

    private static String plain(String word) {
        return SmallLetters.of(word).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
