package dev.valuecompass.recognition.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Logistic regression with an L2 penalty, {@code |w|²/2 + C Σ log(1 + exp(-y w·x))}, in which the weights of a row are the
 * sum of several blocks, each of which sees a part of the row's columns: what has few examples borrows from what has many
 * (Daumé III 2007, "Frustratingly easy domain adaptation"). Rows of the same blocks are weighed at once, so no row is ever
 * laid out once for each block that it fills.
 */
final class BlockRegression {
    /** Share of the first gradient with which the search ends. */
    private static final double TOLERANCE = 2e-3;

    private final double c;
    private final int width;
    private final Map<String, Block> blocks = new TreeMap<>();
    private final Map<List<String>, List<Example>> groups;
    private int columns;

    private record Block(int start, boolean[] seen) {}

    private record Example(float[] features, int sign, double weight) {}

    /**
     * @param c inverse strength of the penalty, above 0
     * @param width columns of a row
     */
    public BlockRegression(double c, int width) {
        this.c = c;
        this.width = width;
        this.groups = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    }

    /** Declares a block that sees these columns; a second declaration changes nothing. */
    void block(String name, boolean[] seen) {
        if (blocks.putIfAbsent(name, new Block(columns, seen)) == null) {
            columns += width;
        }
    }

    /**
     * @param names of blocks that were declared
     * @param weight how many rows it counts for, above 0
     */
    void row(List<String> names, float[] features, boolean yes, double weight) {
        groups.computeIfAbsent(names, key -> new ArrayList<>()).add(new Example(features, yes ? 1 : -1, weight));
    }

    /** Weights by block, as wide as a row, 0 where the block does not see. The same rows give the same weights. */
    Map<String, double[]> fit() {
        double[] point = Descent.minimum(this::objective, columns, TOLERANCE);
        Map<String, double[]> weights = new TreeMap<>();
        blocks.forEach((name, block) -> {
            double[] own = new double[width];
            System.arraycopy(point, block.start(), own, 0, width);
            weights.put(name, own);
        });
        return weights;
    }

    private double objective(double[] point, double[] gradient) {
        double value = 0;
        for (int i = 0; i < columns; i++) {
            value += point[i] * point[i] / 2;
            gradient[i] = point[i];
        }
        List<List<String>> keys = List.copyOf(groups.keySet());
        double[][] slopes = new double[keys.size()][];
        // Groups may be weighed in any order; they are added up in theirs.
        double[] losses = IntStream.range(0, keys.size())
                .parallel()
                .mapToDouble(g -> {
                    slopes[g] = new double[width];
                    return loss(groups.get(keys.get(g)), joined(keys.get(g), point), slopes[g]);
                })
                .toArray();
        for (int g = 0; g < keys.size(); g++) {
            value += losses[g];
            for (String name : keys.get(g)) {
                Block block = blocks.get(name);
                for (int i = 0; i < width; i++) {
                    gradient[block.start() + i] += block.seen()[i] ? slopes[g][i] : 0;
                }
            }
        }
        return value;
    }

    private float[] joined(List<String> names, double[] point) {
        double[] sum = new double[width];
        for (String name : names) {
            Block block = blocks.get(name);
            for (int i = 0; i < width; i++) {
                sum[i] += block.seen()[i] ? point[block.start() + i] : 0;
            }
        }
        float[] joined = new float[width];
        for (int i = 0; i < width; i++) {
            joined[i] = (float) sum[i];
        }
        return joined;
    }

    private double loss(List<Example> rows, float[] weights, double[] slope) {
        double loss = 0;
        for (Example row : rows) {
            double margin = 0;
            for (int i = 0; i < width; i++) {
                margin += weights[i] * row.features()[i];
            }
            margin *= row.sign();
            loss += c * row.weight() * Math.max(0, -margin);
            loss += c * row.weight() * StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
            double pull = -row.sign() * c * row.weight() / (1 + StrictMath.exp(margin));
            for (int i = 0; i < width; i++) {
                slope[i] += pull * row.features()[i];
            }
        }
        return loss;
    }
}
