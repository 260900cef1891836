package dev.valuecompass.recognition.llm;

import dev.valuecompass.recognition.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads concepts from JSON in the many shapes in which models give them: under other keys than were asked for, in a list or
 * one by one, below the name of their value.
 */
final class ConceptEntries {
    /** More concepts of one answer are not read. */
    private static final int MOST = 40;

    /** Entries looked at: many may quote words that do not stand in the text. */
    private static final int MOST_ENTRIES = 4 * MOST;

    private static final int LONGEST_CONCEPT = 300;

    /** In each list the key that was asked for comes first. */
    private static final List<String> VALUE = List.of(
            "value",
            "values",
            "valueid",
            "valueids",
            "valuename",
            "dimension",
            "dimensionid",
            "category",
            "foundation",
            "name",
            "id",
            "label");

    private static final List<String> CONCEPT =
            List.of("concept", "description", "what", "summary", "meaning", "explanation", "reason", "rationale");
    private static final List<String> WORDS = List.of(
            "words",
            "word",
            "exactwords",
            "quote",
            "quotes",
            "quotation",
            "quotations",
            "evidence",
            "excerpt",
            "span",
            "spans",
            "passage",
            "sentence",
            "text");
    private static final Pattern LEFT_OUT = Pattern.compile("\\.{3}|…|\\[…]");

    private final ValueNames names;
    private final Quotation quotation;
    private final List<Concept> concepts = new ArrayList<>();
    private int given;
    private boolean none;
    private String problem = "";

    /** @param text the answer in which the words must stand */
    ConceptEntries(ValueNames names, String text) {
        this.names = names;
        this.quotation = new Quotation(text);
    }

    /** What an object says. */
    private record Open(JsonNode node, List<String> values) {}

    /** Adds what an object holds. Returns whether it holds entries, or says that there are none. */
    boolean add(JsonNode object) {
        int before = given;
        boolean noneBefore = none;
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(object, List.of())));
        while (!open.isEmpty() && given < MOST_ENTRIES) {
            Open next = open.pop();
            if (next.node.isObject() && isEntry(next.node, next.values)) {
                given++;
                entry(next.node, next.values);
            } else {
                within(next).forEach(open::push);
            }
        }
        return given > before || none != noneBefore;
    }

    /** What was found; empty when entries were given and none can be used. */
    Optional<List<Concept>> found() {
        return concepts.isEmpty() && given > 0 ? Optional.empty() : Optional.of(List.copyOf(concepts));
    }

    /** Why an entry cannot be used; empty when all can. */
    String problem() {
        return problem;
    }

    /** Backwards, for a stack. What stands below a value's name, or beside one, is about that value. */
    private List<Open> within(Open holder) {
        List<Open> within = new ArrayList<>();
        if (holder.node.isArray()) {
            none |= holder.node.isEmpty();
            holder.node.forEach(one -> add(one, holder.values, true, within));
        }
        List<String> beside = holder.node.isObject() ? values(holder.node) : List.of();
        for (Map.Entry<String, JsonNode> field : holder.node.properties()) {
            List<String> named = names.in(field.getKey());
            add(
                    field.getValue(),
                    named.isEmpty() ? beside.isEmpty() ? holder.values : beside : named,
                    !named.isEmpty(),
                    within);
        }
        Collections.reverse(within);
        return within;
    }

    private void add(JsonNode node, List<String> values, boolean counts, List<Open> within) {
        if (!node.isValueNode()) {
            within.add(new Open(node, values));
        } else if (counts && !node.isNull()) {
            given++;
            conclude(values, "", List.of(node.asString("")));
        }
    }

    private boolean isEntry(JsonNode object, List<String> values) {
        boolean says = holds(object, CONCEPT) || holds(object, WORDS);
        boolean holdsMore = object.valueStream()
                .anyMatch(field ->
                        field.isArray() && field.valueStream().anyMatch(one -> one.isObject() && holds(one, VALUE)));
        boolean named = holds(object, VALUE);
        boolean empty = object.valueStream().anyMatch(field -> field.isArray() && field.isEmpty());
        return !holdsMore
                && (says && (named || !values.isEmpty()) || named && !empty && values.isEmpty() && isLeaf(object));
    }

    private static boolean isLeaf(JsonNode object) {
        return object.valueStream().noneMatch(field -> field.isObject() || field.isArray() && !field.isEmpty());
    }

    private static boolean holds(JsonNode object, List<String> keys) {
        return object.properties().stream().anyMatch(field -> keys.contains(plain(field.getKey())));
    }

    private void entry(JsonNode entry, List<String> implied) {
        List<String> values = values(entry);
        String concept = oneLine(String.join("; ", texts(entry, CONCEPT)));
        conclude(values.isEmpty() ? implied : values, concept, texts(entry, WORDS));
    }

    /** Without words that are quoted, those by which the concept is called may stand in the answer. */
    private void conclude(List<String> values, String concept, List<String> quotes) {
        List<String> looked = quotes.isEmpty() ? List.of(concept) : quotes;
        Optional<Evidence> evidence =
                looked.stream().flatMap(quote -> find(quote).stream()).findFirst();
        if (values.isEmpty()) {
            problem = "an entry names none of the values";
        } else if (evidence.isEmpty()) {
            problem = "the words of an entry do not stand in the answer";
        } else {
            String says = concept.isEmpty() ? oneLine(looked.get(0)) : concept;
            values.stream()
                    .map(value -> new Concept(value, says, evidence.get()))
                    .filter(found -> concepts.size() < MOST && !concepts.contains(found))
                    .forEach(concepts::add);
        }
    }

    /** By the first key under which a value is named. */
    private List<String> values(JsonNode entry) {
        for (String key : VALUE) {
            List<String> values = texts(entry, List.of(key)).stream()
                    .flatMap(text -> names.in(text).stream())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    /** To the letter, or piece by piece where the model left something out. */
    private Optional<Evidence> find(String quote) {
        Optional<Evidence> whole = quotation.find(quote);
        if (whole.isPresent() || !LEFT_OUT.matcher(quote).find()) {
            return whole;
        }
        return LEFT_OUT.splitAsStream(quote)
                .flatMap(piece -> quotation.find(piece).stream())
                .findFirst();
    }

    /** Texts under the first of the keys that has some: one, a list, or those of an object. */
    private static List<String> texts(JsonNode entry, List<String> keys) {
        List<String> texts = new ArrayList<>();
        for (String key : keys) {
            for (Map.Entry<String, JsonNode> field : entry.properties()) {
                if (plain(field.getKey()).equals(key)) {
                    JsonNode held = field.getValue();
                    List<JsonNode> all = held.isContainer() ? held.valueStream().toList() : List.of(held);
                    all.stream()
                            .flatMap(one -> one.isObject() ? one.valueStream() : List.of(one).stream())
                            .filter(JsonNode::isString)
                            .map(JsonNode::stringValue)
                            .filter(text -> !text.isBlank())
                            .limit(MOST)
                            .forEach(texts::add);
                }
            }
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return texts;
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String oneLine(String text) {
        String line = Fence.harmless(text).replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_CONCEPT));
    }
}
