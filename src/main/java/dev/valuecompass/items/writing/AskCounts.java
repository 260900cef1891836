package dev.valuecompass.items.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who was asked how often during a generation, and how often nothing usable came back. Safe for use by many threads. */
public final class AskCounts {
    private final Map<String, Row> rows = new TreeMap<>();

    /**
     * One model's part.
     *
     * @param model id of the examinee
     * @param asked requests, those answered from the run store included
     * @param lost of them, those without a usable answer
     */
    public record Row(String model, int asked, int lost) {
        /** Whether it was asked and never gave anything usable. */
        public boolean silent() {
            return asked > 0 && lost == asked;
        }
    }

    /** A model was asked once more. */
    public synchronized void note(String model, boolean usable) {
        Row row = rows.getOrDefault(model, new Row(model, 0, 0));
        rows.put(model, new Row(model, row.asked() + 1, row.lost() + (usable ? 0 : 1)));
    }

    /** By model. */
    public synchronized List<Row> rows() {
        return new ArrayList<>(rows.values());
    }
}
