package dev.valuecompass.scores;

import dev.valuecompass.recognition.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every label of one value system: items × models × samples × dimensions, a byte each. It is all that scores are
 * computed from. Filled once, in any order, by one thread; read by many.
 */
public final class LabelTable {
    /** The item does not measure the dimension. */
    public static final char NOT_MEASURED = ' ';
    /** The dimension is measured, but there is no answer to read or the recogniser failed. */
    public static final char UNSCORED = '?';

    private final String system;
    private final List<String> dimensions;
    private final List<String> items;
    private final List<String> models;
    private final int samples;
    private final List<String> units;
    private final byte[] labels;

    /** Begins with every label {@link #UNSCORED}. @param samples answers of each model to each item, 1 or more */
    public LabelTable(String system, List<String> dimensions, List<String> items, List<String> models, int samples) {
        this(system, dimensions, items, models, samples, items);
    }

    /** @param units for each item what it is resampled with: items with the same one hang together */
    public LabelTable(
            String system,
            List<String> dimensions,
            List<String> items,
            List<String> models,
            int samples,
            List<String> units) {
        if (units.size() != items.size()) {
            throw new IllegalArgumentException(units.size() + " units of " + items.size() + " items");
        }
        this.system = system;
        this.dimensions = List.copyOf(dimensions);
        this.items = List.copyOf(items);
        this.units = List.copyOf(units);
        this.models = List.copyOf(models);
        this.samples = samples;
        this.labels = new byte[Math.toIntExact((long) items.size() * models.size() * samples * dimensions.size())];
        Arrays.fill(labels, (byte) UNSCORED);
    }

    /**
     * @param row one character for each dimension: {@link Label#code()}, {@link #UNSCORED} or {@link #NOT_MEASURED}
     */
    public void set(int item, int model, int sample, String row) {
        if (row.length() != dimensions.size()) {
            throw new IllegalArgumentException(
                    "expected " + dimensions.size() + " labels for system " + system + ", got '" + row + "'");
        }
        int cell = cell(item, model, sample);
        for (int d = 0; d < row.length(); d++) {
            labels[cell * dimensions.size() + d] = (byte) row.charAt(d);
        }
    }

    /** @return {@link Label#code()}, {@link #UNSCORED} or {@link #NOT_MEASURED} */
    public char label(int item, int model, int sample, int dimension) {
        return (char) labels[cell(item, model, sample) * dimensions.size() + dimension];
    }

    /** The labels of one response as they were set. */
    public String row(int item, int model, int sample) {
        StringBuilder row = new StringBuilder();
        for (int d = 0; d < dimensions.size(); d++) {
            row.append(label(item, model, sample, d));
        }
        return row.toString();
    }

    /**
     * The same labels with items and models in the order of their ids, dimensions as they are: figures must not depend
     * on the order in which things happened to be asked.
     */
    public LabelTable sorted() {
        List<String> sortedItems = items.stream().sorted().toList();
        List<String> sortedModels = models.stream().sorted().toList();
        if (sortedItems.equals(items) && sortedModels.equals(models)) {
            return this;
        }
        int[] itemsFrom = positions(items, sortedItems);
        List<String> sortedUnits = Arrays.stream(itemsFrom).mapToObj(units::get).toList();
        LabelTable sorted = new LabelTable(system, dimensions, sortedItems, sortedModels, samples, sortedUnits);
        int[] modelsFrom = positions(models, sortedModels);
        int width = samples * dimensions.size();
        for (int i = 0; i < itemsFrom.length; i++) {
            for (int m = 0; m < modelsFrom.length; m++) {
                int from = cell(itemsFrom[i], modelsFrom[m], 0) * dimensions.size();
                System.arraycopy(labels, from, sorted.labels, sorted.cell(i, m, 0) * dimensions.size(), width);
            }
        }
        return sorted;
    }

    /**
     * The part of the table about some items and models.
     *
     * @param itemPlaces positions in {@link #items()}, in the order wanted
     * @param modelPlaces positions in {@link #models()}, in the order wanted
     */
    public LabelTable part(List<Integer> itemPlaces, List<Integer> modelPlaces) {
        LabelTable part = new LabelTable(
                system,
                dimensions,
                itemPlaces.stream().map(items::get).toList(),
                modelPlaces.stream().map(models::get).toList(),
                samples,
                itemPlaces.stream().map(units::get).toList());
        int width = samples * dimensions.size();
        for (int i = 0; i < itemPlaces.size(); i++) {
            for (int m = 0; m < modelPlaces.size(); m++) {
                int from = cell(itemPlaces.get(i), modelPlaces.get(m), 0) * dimensions.size();
                System.arraycopy(labels, from, part.labels, part.cell(i, m, 0) * dimensions.size(), width);
            }
        }
        return part;
    }

    public String system() {
        return system;
    }

    public List<String> dimensions() {
        return dimensions;
    }

    public List<String> items() {
        return items;
    }

    public List<String> models() {
        return models;
    }

    public int samples() {
        return samples;
    }

    /** For each item what it is resampled with; the item itself where nothing hangs together. */
    public List<String> units() {
        return units;
    }

    private static int[] positions(List<String> from, List<String> to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            places.put(from.get(i), i);
        }
        return to.stream().mapToInt(places::get).toArray();
    }

    private int cell(int item, int model, int sample) {
        return (item * models.size() + model) * samples + sample;
    }
}
