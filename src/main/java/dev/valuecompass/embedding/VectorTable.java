package dev.valuecompass.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many vectors of length 1 in one flat array, for similarity search without an object for each vector or pair: 20,000
 * vectors of 384 numbers take 31 MB. Immutable; safe for use by many threads.
 */
public final class VectorTable {
    /** Rows that are compared while they lie in the processor's cache. */
    private static final int BLOCK = 64;
    /** Numbers of two rows that are compared before it is asked whether they can still be near. */
    private static final int STRETCH = 32;
    /** Texts that a thread has encoded together: enough that many have the same length. */
    private static final int TOGETHER = 200;

    private final int rows;
    private final int dimensions;
    private final float[] values;

    private VectorTable(int rows, int dimensions, float[] values) {
        this.rows = rows;
        this.dimensions = dimensions;
        this.values = values;
    }

    /** Encodes texts, as many at a time as there are processors; the result does not depend on how many. */
    public static VectorTable of(SentenceEncoder encoder, List<String> texts) {
        int width = encoder.dimensions();
        float[] values = new float[Math.multiplyExact(texts.size(), width)];
        IntStream.iterate(0, first -> first < texts.size(), first -> first + TOGETHER)
                .parallel()
                .forEach(first -> {
                    List<String> some = texts.subList(first, Math.min(first + TOGETHER, texts.size()));
                    List<float[]> vectors = encoder.encodeAll(some);
                    for (int i = 0; i < vectors.size(); i++) {
                        System.arraycopy(vectors.get(i), 0, values, (first + i) * width, width);
                    }
                });
        return new VectorTable(texts.size(), width, values);
    }

    /** Vectors as they are; each is to be of length 1. */
    public static VectorTable of(List<float[]> vectors, int dimensions) {
        float[] values = new float[Math.multiplyExact(vectors.size(), dimensions)];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, values, i * dimensions, dimensions);
        }
        return new VectorTable(vectors.size(), dimensions, values);
    }

    public int size() {
        return rows;
    }

    public int dimensions() {
        return dimensions;
    }

    /** A copy of one vector. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
    }

    /** The rows named, in that order. */
    public VectorTable select(int[] chosen) {
        float[] selected = new float[chosen.length * dimensions];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * dimensions, selected, i * dimensions, dimensions);
        }
        return new VectorTable(chosen.length, dimensions, selected);
    }

    /** The cosine of a row with a vector of length 1. */
    public float cosine(int row, float[] vector) {
        return product(values, row * dimensions, vector, 0, dimensions);
    }

    /**
     * The squared distance of two rows, 2 − 2 cos for vectors of length 1; as soon as it is known to be more than {@code
     * most}, what was found so far.
     */
    public float squaredDistance(int a, int b, float most) {
        int x = a * dimensions;
        int y = b * dimensions;
        float sum = 0;
        for (int from = 0; from < dimensions && sum <= most; from += STRETCH) {
            int to = Math.min(dimensions, from + STRETCH);
            sum += distance(x + from, y + from, to - from);
        }
        return sum;
    }

    /** Squared, over {@code n} numbers from two places on. */
    private float distance(int x, int y, int n) {
        float a = 0;
        float b = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            float first = values[x + i] - values[y + i];
            float second = values[x + i + 1] - values[y + i + 1];
            a += first * first;
            b += second * second;
        }
        for (; i < n; i++) {
            a += (values[x + i] - values[y + i]) * (values[x + i] - values[y + i]);
        }
        return a + b;
    }

    /**
     * The row of this table nearest to a vector, and its cosine.
     *
     * @param row −1 when the table is empty
     */
    public record NearestRow(int row, float cosine) {}

    /** For each row of {@code queries} the nearest row here; of equally near ones the first. */
    public NearestRow[] nearest(VectorTable queries) {
        NearestRow[] nearest = new NearestRow[queries.rows];
        int blocks = (queries.rows + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(queries.rows, from + BLOCK);
            int[] best = new int[to - from];
            float[] cosines = new float[to - from];
            Arrays.fill(best, -1);
            Arrays.fill(cosines, Float.NEGATIVE_INFINITY);
            for (int start = 0; start < rows; start += BLOCK) {
                scan(queries, from, start, best, cosines);
            }
            for (int i = 0; i < best.length; i++) {
                nearest[from + i] = new NearestRow(best[i], cosines[i]);
            }
        });
        return nearest;
    }

    /** The mean cosine of each row with every other; 0 for a single row. One pass: Σ_j v_i·v_j = v_i·Σ_j v_j. */
    public double[] meanToOthers() {
        double[] sum = new double[dimensions];
        for (int i = 0; i < values.length; i++) {
            sum[i % dimensions] += values[i];
        }
        double[] means = new double[rows];
        for (int row = 0; row < rows && rows > 1; row++) {
            double all = 0;
            double own = 0;
            for (int d = 0; d < dimensions; d++) {
                double value = values[row * dimensions + d];
                all += value * sum[d];
                own += value * value;
            }
            means[row] = (all - own) / (rows - 1);
        }
        return means;
    }

    private void scan(VectorTable queries, int from, int start, int[] best, float[] cosines) {
        int end = Math.min(rows, start + BLOCK);
        for (int i = 0; i < best.length; i++) {
            int query = (from + i) * dimensions;
            for (int row = start; row < end; row++) {
                float cosine = product(values, row * dimensions, queries.values, query, dimensions);
                if (cosine > cosines[i]) {
                    cosines[i] = cosine;
                    best[i] = row;
                }
            }
        }
    }

    /** Four sums, so that one addition need not wait for the other. */
    private static float product(float[] x, int xFrom, float[] y, int yFrom, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[xFrom + i] * y[yFrom + i];
            b += x[xFrom + i + 1] * y[yFrom + i + 1];
            c += x[xFrom + i + 2] * y[yFrom + i + 2];
            d += x[xFrom + i + 3] * y[yFrom + i + 3];
        }
        for (; i < n; i++) {
            a += x[xFrom + i] * y[yFrom + i];
        }
        return a + b + (c + d);
    }
}
