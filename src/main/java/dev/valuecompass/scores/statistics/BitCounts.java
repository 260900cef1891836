package dev.valuecompass.scores.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A column of small counts, sliced into planes of bits: plane k holds bit k of every count. The sum of products of two
 * columns then costs a few bit counts for every 64 rows, which makes resampling cheap.
 */
final class BitCounts {
    private final long[][] planes;

    /** @param count of each row from 0 to {@code rows − 1}, 0 or more */
    BitCounts(int rows, IntUnaryOperator count) {
        int words = (rows + Long.SIZE - 1) / Long.SIZE;
        List<long[]> filled = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int bits = count.applyAsInt(row);
            for (int k = 0; bits >> k != 0; k++) {
                if (k == filled.size()) {
                    filled.add(new long[words]);
                }
                filled.get(k)[row / Long.SIZE] |= (bits >> k & 1L) << row % Long.SIZE;
            }
        }
        planes = filled.toArray(long[][]::new);
    }

    /** {@code Σ this[row] · other[row]}. */
    long product(BitCounts other) {
        long sum = 0;
        for (int a = 0; a < planes.length; a++) {
            for (int b = 0; b < other.planes.length; b++) {
                sum += common(planes[a], other.planes[b]) << a + b;
            }
        }
        return sum;
    }

    private static long common(long[] x, long[] y) {
        long bits = 0;
        for (int word = 0; word < x.length; word++) {
            bits += Long.bitCount(x[word] & y[word]);
        }
        return bits;
    }
}
