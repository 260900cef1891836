package dev.valuecompass.site.item;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How every model was read on every item. Of many models, single rows are kept only where their answer is published, so
 * that neither memory nor pages grow with items times models; the counts are always of all.
 */
final class ItemLabels {
    static final int MOST_MODELS = 60;

    private final boolean all;
    private final Map<String, SortedMap<String, List<LabelRecord>>> rows = new HashMap<>();
    private final Map<String, int[][]> counts = new HashMap<>();

    /** Places in a count. */
    enum Kind {
        SHOWN,
        SILENT,
        OPPOSED,
        UNREAD
    }

    ItemLabels(Edition edition) {
        Map<String, List<LabelRecord>> labels = edition.record().labels();
        this.all = labels.size() <= MOST_MODELS;
        labels.forEach((model, lines) -> {
            Set<String> published = new HashSet<>();
            edition.record().cases().getOrDefault(model, List.of()).stream()
                    .map(Case::item)
                    .forEach(published::add);
            for (LabelRecord line : lines) {
                count(line);
                if (all || published.contains(line.item())) {
                    rows.computeIfAbsent(line.item(), item -> new TreeMap<>())
                            .computeIfAbsent(model, m -> new ArrayList<>(1))
                            .add(line);
                }
            }
        });
        rows.values()
                .forEach(byModel ->
                        byModel.values().forEach(lines -> lines.sort(Comparator.comparingInt(LabelRecord::sample))));
    }

    /** Whether the rows are those of every model. */
    boolean all() {
        return all;
    }

    /** By model id, samples in order; empty when the source does not publish labels. */
    SortedMap<String, List<LabelRecord>> of(String item) {
        return rows.getOrDefault(item, new TreeMap<>());
    }

    /** Over all models and samples. @param dimension its place in the system; null when nothing is known */
    int[] counts(String item, int dimension) {
        int[][] of = counts.get(item);
        return of == null || dimension >= of.length ? null : of[dimension];
    }

    private void count(LabelRecord line) {
        int[][] of = counts.computeIfAbsent(
                line.item(), item -> new int[line.labels().length()][Kind.values().length]);
        for (int d = 0; d < Math.min(of.length, line.labels().length()); d++) {
            char label = line.labels().charAt(d);
            if (label != LabelTable.NOT_MEASURED) {
                of[d][(answered(line) ? kind(label) : Kind.UNREAD).ordinal()]++;
            }
        }
    }

    /** Only what was answered was read. */
    static boolean answered(LabelRecord line) {
        return line.outcome().name().equals("ANSWERED");
    }

    static Kind kind(char label) {
        if (label == Label.EXPRESSES.code()) {
            return Kind.SHOWN;
        }
        if (label == Label.OPPOSES.code()) {
            return Kind.OPPOSED;
        }
        return label == Label.NOT.code() ? Kind.SILENT : Kind.UNREAD;
    }
}
