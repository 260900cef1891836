package dev.valuecompass.bench;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.validity.SystemFigures;
import dev.valuecompass.scores.validity.SystemFigures.AnswerLengths;
import dev.valuecompass.scores.validity.SystemFigures.ItemFigures;
import dev.valuecompass.scores.validity.SystemFigures.PublishedFigures;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What validity costs at the size of a large period, 1,000 models and 12,310 items on ten values:
 * {@code java -Xmx2g -cp … dev.valuecompass.bench.ValidityBench}. Prints wall seconds and the heap that was used.
 */
final class ValidityBench {
    private static final int ITEMS = 12_310;
    private static final int MODELS = 1000;

    private ValidityBench() {}

    public static void main(String[] arguments) {
        ValueSystem schwartz = Theory.load(DataFolder.over(Path.of("data"))).system("schwartz");
        SystemFigures figures = figures(schwartz);
        long start = System.nanoTime();
        SystemValidity told = SystemValidity.of(figures);
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,d models, %,d items, %d values: %.1f s, heap in use %d MB, reliability of the first value %.3f%n",
                MODELS,
                ITEMS,
                told.values().size(),
                (System.nanoTime() - start) / 1e9,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                told.values().get(0).reliability().coefficient());
    }

    private static SystemFigures figures(ValueSystem system) {
        Random random = new Random(1);
        List<String> values = system.dimensionIds();
        LabelTable table = new LabelTable(
                system.id(),
                values,
                IntStream.range(0, ITEMS).mapToObj(i -> "q" + i).toList(),
                IntStream.range(0, MODELS).mapToObj(m -> "m" + m).toList(),
                1);
        int[][] lengths = new int[ITEMS][MODELS];
        Map<String, Double> means = new HashMap<>();
        TreeMap<String, Map<String, Double>> scores = new TreeMap<>();
        for (int m = 0; m < MODELS; m++) {
            int[] shown = new int[values.size()];
            for (int i = 0; i < ITEMS; i++) {
                char[] row = new char[values.size()];
                for (int d = 0; d < row.length; d++) {
                    boolean shows = random.nextInt(2000) < 500 + m;
                    row[d] = (shows ? Label.EXPRESSES : Label.NOT).code();
                    shown[d] += shows ? 1 : 0;
                }
                table.set(i, m, 0, new String(row));
                lengths[i][m] = 500 + random.nextInt(1000);
            }
            Map<String, Double> byValue = new HashMap<>();
            for (int d = 0; d < shown.length; d++) {
                byValue.put(values.get(d), 100.0 * shown[d] / ITEMS);
            }
            scores.put("m" + m, byValue);
            means.put("m" + m, 1000.0 + m);
        }
        return new SystemFigures(
                system,
                scores,
                new PublishedFigures(Map.of(), Map.of(), Map.of(), 0),
                new ItemFigures(
                        table,
                        IntStream.range(0, ITEMS).mapToObj(i -> "c" + i % 20).toList(),
                        Map.of(),
                        Map.of(),
                        lengths,
                        Map.of()),
                new AnswerLengths("answers", means),
                null,
                0.9,
                1);
    }
}
