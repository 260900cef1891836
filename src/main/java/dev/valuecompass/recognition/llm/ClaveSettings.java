package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * How questions are put together.
 *
 * @param valuesPerCall how many values of an answer are asked for at once, 1 or more; many save calls, one at a time is
 *     what a weak model may need
 */
record ClaveSettings(int valuesPerCall) {
    static final String PATH = "recognizer/clave/settings.json";
    private static final int ALL = 100;

    /** @throws DataException when the file says less than one value a call */
    static ClaveSettings read(DataFolder data) {
        ClaveSettings settings = data.find(PATH)
                .map(file -> Json.read(file, ClaveSettings.class))
                .orElse(new ClaveSettings(ALL));
        if (settings.valuesPerCall() < 1) {
            throw new DataException(
                    data.file(PATH).toString(), 0, "valuesPerCall is " + settings.valuesPerCall(), "write 1 or more");
        }
        return settings;
    }

    <T> List<List<T>> batches(List<T> values) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < values.size(); from += valuesPerCall) {
            batches.add(values.subList(from, Math.min(values.size(), from + valuesPerCall)));
        }
        return batches;
    }
}
