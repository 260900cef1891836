package dev.valuecompass.items.screening;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts that a screen refused while items were made. Safe for use by many threads; what it tells does not depend on their order. */
public final class Refusals {
    private static final int SHOWN = 200;

    private final Screen screen;
    private final Map<List<String>, Row> rows = new HashMap<>();

    public Refusals(Screen screen) {
        this.screen = screen;
    }

    /**
     * One refused text.
     *
     * @param model id of the model that wrote it
     * @param times how often it did
     */
    public record Row(String text, Reason reason, String passage, String model, int times) {}

    /**
     * What was refused.
     *
     * @param counts of texts by the short name of the reason, repetitions included
     * @param rows the first 200 by their texts
     */
    public record Tally(SortedMap<String, Integer> counts, List<Row> rows) {
        public static final Tally NONE = new Tally(new TreeMap<>(), List.of());

        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** For people: {@code 3 refused (2 address, 1 order)}; empty when nothing was. */
        public String text() {
            String each = counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
            return counts.isEmpty() ? "" : total() + " refused for what is in them (" + each + ")";
        }
    }

    /** Whether the text may become an item; what may not is remembered. */
    public boolean admits(String text, String model) {
        return screen.objection(text)
                .map(objection -> {
                    note(text, objection, model);
                    return false;
                })
                .orElse(true);
    }

    private synchronized void note(String text, Objection objection, String model) {
        rows.merge(
                List.of(text, model),
                new Row(text, objection.reason(), objection.passage(), model, 1),
                (known, again) -> new Row(text, known.reason(), known.passage(), model, known.times() + 1));
    }

    public synchronized Tally tally() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        rows.values().forEach(row -> counts.merge(row.reason().label(), row.times(), Integer::sum));
        return new Tally(
                counts,
                rows.values().stream()
                        .sorted(Comparator.comparing(Row::text).thenComparing(Row::model))
                        .limit(SHOWN)
                        .toList());
    }
}
