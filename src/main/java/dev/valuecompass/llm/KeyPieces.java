package dev.valuecompass.llm;

import java.util.Arrays;
import java.util.stream.LongStream;

/** All pieces of eight characters that a key has in its forms; a piece is a number of 56 bits. */
final class KeyPieces {
    static final int LENGTH = 8;
    private static final long MASK = (1L << 7 * LENGTH) - 1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FILTER_BITS = 16;

    private final long[] sorted;
    /** Tells nearly every piece that is not among them at once. */
    private final long[] filter = new long[1 << FILTER_BITS - 6];

    KeyPieces(LongStream pieces) {
        sorted = pieces.distinct().sorted().toArray();
        for (long piece : sorted) {
            filter[slot(piece) >> 6] |= 1L << slot(piece);
        }
    }

    /** The last characters of a piece, and one more. */
    static long pushed(long piece, int code) {
        return (piece << 7 | code) & MASK;
    }

    boolean contain(long piece) {
        return (filter[slot(piece) >> 6] >>> slot(piece) & 1) == 1 && Arrays.binarySearch(sorted, piece) >= 0;
    }

    private static int slot(long piece) {
        return (int) (piece * SPREAD >>> Long.SIZE - FILTER_BITS);
    }
}
