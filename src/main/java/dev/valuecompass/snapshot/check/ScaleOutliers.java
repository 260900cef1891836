package dev.valuecompass.snapshot.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a model whose whole row stands on another scale than its columns, such as percentages times ten. Single values
 * are never judged: models do differ. A row is suspect when it has at least three values in columns of at least four,
 * and in most of them it is at least five times the column's median, or (fractions among percentages) at most a
 * fiftieth of it.
 */
public final class ScaleOutliers {
    private static final double TOO_LARGE = 5;
    private static final double TOO_SMALL = 0.02;
    private static final int ENOUGH_COLUMNS = 3;
    private static final int ENOUGH_ROWS = 4;

    private ScaleOutliers() {}

    /**
     * A row on another scale.
     *
     * @param factor the median of value over column median, such as 10.2
     * @param columns how many values were compared
     */
    public record Outlier(String row, double factor, int columns) {}

    /** @param rows values by column, by row; a missing value is not in the map */
    public static List<Outlier> find(SortedMap<String, ? extends Map<String, Double>> rows) {
        SortedMap<String, List<Double>> columns = new TreeMap<>();
        rows.values()
                .forEach(
                        row -> row.forEach((column, value) -> columns.computeIfAbsent(column, name -> new ArrayList<>())
                                .add(value)));
        SortedMap<String, Double> medians = new TreeMap<>();
        columns.forEach((column, values) -> {
            if (values.size() >= ENOUGH_ROWS) {
                medians.put(column, median(values));
            }
        });
        List<Outlier> found = new ArrayList<>();
        rows.forEach((name, row) -> {
            List<Double> ratios = medians.keySet().stream()
                    .filter(row::containsKey)
                    .map(column -> row.get(column) / medians.get(column))
                    .filter(ratio -> !ratio.isNaN())
                    .toList();
            long large = ratios.stream().filter(ratio -> ratio >= TOO_LARGE).count();
            long small = ratios.stream()
                    .filter(ratio -> ratio > 0 && ratio <= TOO_SMALL)
                    .count();
            if (ratios.size() >= ENOUGH_COLUMNS && 2 * Math.max(large, small) > ratios.size()) {
                found.add(new Outlier(name, median(ratios), ratios.size()));
            }
        });
        return found;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
