package dev.valuecompass.items;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items hang together: what was evolved from one starting item, over however many steps, is about one topic, and so
 * is that starting item where it is asked too.
 */
public final class Topics {
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();

    private Topics(List<Item> all) {
        all.forEach(item -> items.put(item.id(), item));
    }

    /**
     * The topic of each item, in their order: the first of its line, whether it is among the items or not. An item that was
     * made from nothing is a topic of its own.
     */
    public static List<String> of(List<Item> items) {
        Topics topics = new Topics(items);
        return items.stream().map(item -> topics.of(item.id())).toList();
    }

    private String of(String id) {
        Deque<String> line = new ArrayDeque<>();
        String first = id;
        // A line that runs into itself, which only a forged file has, ends where it began.
        while (!topics.containsKey(first)) {
            line.push(first);
            topics.put(first, id);
            Item item = items.get(first);
            String parent = item == null ? "" : item.provenance().parent();
            if (parent.isEmpty()) {
                topics.put(first, first);
                break;
            }
            first = parent;
        }
        String topic = topics.get(first);
        line.forEach(one -> topics.put(one, topic));
        return topic;
    }
}
