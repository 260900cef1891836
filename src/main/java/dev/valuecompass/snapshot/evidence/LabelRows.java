package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import java.util.List;

/** Labels of answers as evidence keeps them: a row an answer, a character a value. */
final class LabelRows {
    private LabelRows() {}

    /** Whether there is a row for each answer with a character for each value. */
    static boolean sound(List<String> rows, int answers, int values) {
        return rows != null && rows.size() == answers && rows.stream().allMatch(row -> sound(row, values));
    }

    private static boolean sound(String row, int values) {
        return row != null
                && row.length() == values
                && row.chars()
                        .allMatch(label -> Label.isCode((char) label)
                                || label == LabelTable.UNSCORED
                                || label == LabelTable.NOT_MEASURED);
    }
}
