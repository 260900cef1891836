package dev.valuecompass.llm.offline;

import dev.valuecompass.io.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance without a state: a draw is decided by the seed and by what it is drawn for, so neither the order of the draws
 * nor the thread that makes them changes anything.
 */
record Dice(long seed) {
    private static final double UNIT = 0x1.0p-53;

    /** In [0, 1). The strings are delimited by their lengths, so ("ab", "c") and ("a", "bc") are two draws. */
    double uniform(String... what) {
        return (bits(what) >>> 11) * UNIT;
    }

    /** Mean 0, standard deviation 1. */
    double normal(String... what) {
        return new Random(bits(what)).nextGaussian();
    }

    /** One of the list; the same words always pick the same one. @param from not empty */
    <T> T pick(List<T> from, String... what) {
        return from.get((int) (uniform(what) * from.size()));
    }

    /** Reorders the list; the same words always give the same order. */
    <T> void shuffle(List<T> list, String... what) {
        Collections.shuffle(list, new Random(bits(what)));
    }

    private long bits(String... what) {
        StringBuilder text = new StringBuilder().append(seed);
        for (String part : what) {
            text.append('|').append(part.length()).append(':').append(part);
        }
        return Digest.first64(text.toString());
    }
}
