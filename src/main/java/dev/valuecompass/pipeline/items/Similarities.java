package dev.valuecompass.pipeline.items;

import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.items.SetFigures;
import dev.valuecompass.snapshot.ItemRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How similar each item is to the others of its kind, for systems that have generated items: there the figure says
 * whether evolution repeats itself. Pools are as they are, and their runs need not wait for the embedding.
 */
public final class Similarities {
    /** Processors round sums differently in the last digits; nobody reads more than three. */
    private static final double DIGITS = 1000;

    private Similarities() {}

    /** @param runs folder in which vectors are kept */
    public static List<ItemRecord> into(List<ItemRecord> lines, Path runs) {
        if (lines.stream().allMatch(line -> SetFigures.initial(line.item()))) {
            return lines;
        }
        Map<String, Double> similarity = new HashMap<>();
        try (VectorSource vectors = new VectorSource(runs)) {
            for (boolean initial : new boolean[] {true, false}) {
                List<ItemRecord> kind = lines.stream()
                        .filter(line -> SetFigures.initial(line.item()) == initial)
                        .toList();
                double[] means = VectorTable.of(
                                vectors.encoder(),
                                kind.stream().map(line -> line.item().text()).toList())
                        .meanToOthers();
                for (int i = 0; i < means.length && means.length > 1; i++) {
                    similarity.put(kind.get(i).item().id(), Math.round(means[i] * DIGITS) / DIGITS);
                }
            }
        }
        return lines.stream()
                .map(line -> new ItemRecord(
                        line.item(),
                        line.entropy(),
                        line.betweenModels(),
                        line.restCorrelation(),
                        similarity.get(line.item().id())))
                .toList();
    }
}
