package dev.valuecompass.snapshot;

import dev.valuecompass.io.ByName;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.recognition.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of {@code gold.jsonl}: what people saw of one value in one answer. The prompt is the item's.
 *
 * @param answer as it was labelled
 * @param label what most raters saw, by {@link Label#code()}; {@link #UNSETTLED} where they are divided or could not tell
 * @param weight answers of the period that this one stands for, 1 or more: those of its stratum over those of them that have
 *     a settled label. 0 where it has none
 * @param raters what each saw, by the rater's id: {@link Label#code()}, or {@link #UNSETTLED} for "cannot tell"
 * @param evidence words of the answer that raters marked who saw the label; may be empty
 */
@ByName
public record GoldRecord(
        String model,
        String item,
        int sample,
        String dimension,
        String answer,
        String label,
        double weight,
        SortedMap<String, String> raters,
        List<String> evidence) {
    /** No label. */
    public static final String UNSETTLED = "?";

    /** The order of the file. */
    public static final Comparator<GoldRecord> ORDER = Comparator.comparing(GoldRecord::model)
            .thenComparing(GoldRecord::item)
            .thenComparing(GoldRecord::sample)
            .thenComparing(GoldRecord::dimension);

    /** The weight as it is frozen, so that figures that follow from it are the same before and after. */
    public GoldRecord {
        weight = Rounding.frozen(weight);
    }

    /** The same line with another weight. */
    public GoldRecord weighing(double other) {
        return GoldRecordFields.copy(this).weight(other).build();
    }

    /** Whether most raters saw the same. */
    public boolean settled() {
        return !UNSETTLED.equals(label);
    }

    /** The id that a case of this answer has. */
    public String caseId() {
        return ItemIds.ofCase(item, sample);
    }

    /**
     * What most raters saw: the label that has more than half of those who could tell, where at least half could. Otherwise
     * {@link #UNSETTLED}.
     */
    public static String majority(SortedMap<String, String> raters) {
        SortedMap<String, Integer> votes = new TreeMap<>();
        raters.values().stream()
                .filter(vote -> !UNSETTLED.equals(vote))
                .forEach(vote -> votes.merge(vote, 1, Integer::sum));
        int told = votes.values().stream().mapToInt(n -> n).sum();
        Optional<String> most = votes.entrySet().stream()
                .filter(vote -> 2 * vote.getValue() > told)
                .map(vote -> vote.getKey())
                .findFirst();
        return 2 * told < raters.size() ? UNSETTLED : most.orElse(UNSETTLED);
    }
}
