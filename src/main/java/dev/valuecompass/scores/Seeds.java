package dev.valuecompass.scores;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Streams of chance, each fixed by the run's seed and by what it is for: adding one never moves another. */
public final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    /** @param purpose names of the stream, such as {@code "order", "schwartz", "3"} */
    public static RandomGenerator stream(long seed, String... purpose) {
        long hash = FNV_OFFSET;
        for (String name : purpose) {
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0xffff) * FNV_PRIME;
        }
        return new Well19937c(hash ^ seed * 0x9e3779b97f4a7c15L);
    }

    /** A shuffle of {@code 0 … n − 1}. */
    public static int[] permutation(int n, RandomGenerator random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
