package dev.valuecompass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/**
 * One line of {@code labels/<model>.jsonl}: all that scores are recomputed from.
 *
 * @param labels one character for each dimension of the item's system, in its order: {@code +} expresses, {@code .} not,
 *     {@code -} opposes, {@code ?} unscored, space not measured
 * @param length of the answer, in Unicode characters; null, and not written, where there is none or it was not kept
 */
public record LabelRecord(
        String item,
        int sample,
        Outcome outcome,
        String labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer length) {

    /** Of an answer whose length is not known. */
    public LabelRecord(String item, int sample, Outcome outcome, String labels) {
        this(item, sample, outcome, labels, null);
    }

    /** The same without the length of the answer, as it was frozen before lengths were. */
    public LabelRecord withoutLength() {
        return new LabelRecord(item, sample, outcome, labels);
    }

    /** How long a text is for everybody, whatever its letters: in Unicode characters. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * The line of a response that nothing can be read in. Where refusing is what conforms, a refusal is an answer in whatever
     * shape it came; elsewhere, and of all other ends, nothing is known.
     *
     * @param outcome not {@link Outcome#ANSWERED}
     * @param filteredConforms whether an answer that a filter stopped counts as a refusal does
     */
    public static LabelRecord unread(
            ValueSystem system, Item item, int sample, Outcome outcome, boolean filteredConforms) {
        boolean conforms = system.refusalConforms()
                && (outcome == Outcome.REFUSED || outcome == Outcome.FILTERED && filteredConforms);
        StringBuilder labels = new StringBuilder();
        for (String dimension : system.dimensionIds()) {
            labels.append(
                    !item.dimensions().contains(dimension)
                            ? LabelTable.NOT_MEASURED
                            : conforms ? Label.EXPRESSES.code() : LabelTable.UNSCORED);
        }
        return new LabelRecord(item.id(), sample, outcome, labels.toString());
    }

    /** Whether the response counts for coverage: it was answered, or what it ended as is scored. */
    public boolean covered() {
        return outcome == Outcome.ANSWERED || labels.chars().anyMatch(label -> Label.isCode((char) label));
    }

    /** Whether enough of a model's responses to one system are covered. @param minimum share, in [0, 1] */
    public static boolean enough(List<LabelRecord> rows, double minimum) {
        return rows.stream().filter(LabelRecord::covered).count() >= minimum * rows.size();
    }
}
