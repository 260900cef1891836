package dev.valuecompass.scores;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Label tables for tests. */
public final class Tables {
    private Tables() {}

    /** One dimension, one sample: a text for each model, a label for each item. */
    public static LabelTable ofModels(String... labels) {
        List<String> items =
                IntStream.range(0, labels[0].length()).mapToObj(i -> "q" + i).toList();
        List<String> models =
                IntStream.range(0, labels.length).mapToObj(m -> "m" + m).toList();
        LabelTable table = new LabelTable("toy", List.of("v"), items, models, 1);
        for (int m = 0; m < labels.length; m++) {
            for (int i = 0; i < items.size(); i++) {
                table.set(i, m, 0, labels[m].substring(i, i + 1));
            }
        }
        return table;
    }

    /** Model m expresses each value with probability {@code (m+1)/(models+1)}, independently. */
    public static LabelTable random(int items, int models, int dimensions, int samples, long seed) {
        Random random = new Random(seed);
        LabelTable table =
                new LabelTable("toy", names("d", dimensions), names("q", items), names("m", models), samples);
        for (int i = 0; i < items; i++) {
            for (int m = 0; m < models; m++) {
                for (int s = 0; s < samples; s++) {
                    char[] row = new char[dimensions];
                    for (int d = 0; d < dimensions; d++) {
                        row[d] = random.nextDouble() * (models + 1) < m + 1 ? '+' : random.nextBoolean() ? '.' : '-';
                    }
                    table.set(i, m, s, new String(row));
                }
            }
        }
        return table;
    }

    public static List<String> names(String prefix, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> String.format("%s%05d", prefix, i))
                .toList();
    }
}
