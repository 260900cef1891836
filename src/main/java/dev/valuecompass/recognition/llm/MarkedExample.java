package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * A concept with its mark, shown to the small model before it is asked.
 *
 * @param strength in [0, 1]
 */
record MarkedExample(String dimension, String concept, Label label, double strength) {
    static String path(String system) {
        return "recognizer/clave/" + system + ".jsonl";
    }

    /**
     * Those of one system; none when it has no file.
     *
     * @throws DataException with every line that names an unknown dimension or a strength out of range
     */
    static List<MarkedExample> read(DataFolder data, ValueSystem system) {
        List<MarkedExample> examples = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        data.find(path(system.id()))
                .ifPresent(file -> JsonLines.forEach(file, MarkedExample.class, (example, line) -> {
                    boolean known = system.dimension(String.valueOf(example.dimension()))
                            .isPresent();
                    boolean whole = example.concept() != null && example.label() != null;
                    if (known && whole && example.strength() >= 0 && example.strength() <= 1) {
                        examples.add(example);
                    } else {
                        defects.add(new Defect(
                                file.toString(),
                                line,
                                known
                                        ? "no concept or label, or a strength outside 0 to 1"
                                        : "unknown dimension '" + example.dimension() + "'",
                                "a line is {\"dimension\", \"concept\", \"label\": \"EXPRESSES\", \"OPPOSES\" or \"NOT\", \"strength\"}; dimensions: "
                                        + String.join(", ", system.dimensionIds())));
                    }
                }));
        DataException.refuse(defects);
        return List.copyOf(examples);
    }
}
