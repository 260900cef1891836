package dev.valuecompass.snapshot;

import dev.valuecompass.llm.Outcome;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.LabelTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how the responses behind a cell ended. */
public final class OutcomeCounting {
    private OutcomeCounting() {}

    /**
     * The counts of one model by dimension; a dimension that no response measures is not in the map. An answer without
     * a label for the dimension counts as unscored.
     *
     * @param dimensions of the system, in the order of the labels
     * @param rows of one model, for items of this system alone
     */
    static SortedMap<String, OutcomeCounts> byDimension(List<String> dimensions, List<LabelRecord> rows) {
        SortedMap<String, OutcomeCounts> counts = new TreeMap<>();
        for (int d = 0; d < dimensions.size(); d++) {
            Map<Outcome, Integer> ends = new EnumMap<>(Outcome.class);
            for (LabelRecord row : rows) {
                char label = row.labels().charAt(d);
                if (label != LabelTable.NOT_MEASURED) {
                    boolean unread = row.outcome() == Outcome.ANSWERED && label == LabelTable.UNSCORED;
                    ends.merge(unread ? Outcome.UNSCORED : row.outcome(), 1, Integer::sum);
                }
            }
            if (!ends.isEmpty()) {
                counts.put(dimensions.get(d), OutcomeCounts.of(ends));
            }
        }
        return counts;
    }

    /** Whether no count is negative and those of the ways to end make up those asked. */
    public static boolean adds(OutcomeCounts c) {
        return c.ends().stream().noneMatch(n -> n < 0)
                && c.ends().stream().mapToInt(Integer::intValue).sum() == c.asked();
    }
}
