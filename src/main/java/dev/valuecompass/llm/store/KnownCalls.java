package dev.valuecompass.llm.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which calls a store may hold. A no is certain, and saves asking the database for a call that was never made, which is
 * most of them. 8 to 16 bytes a call up to {@link #MOST}; a larger store is always asked. Safe for many threads.
 */
final class KnownCalls {
    /** At most 64 MB. */
    private static final int MOST = 4_000_000;

    private static final int FIRST = 1 << 12;
    private static final int HEX_DIGITS_OF_A_LONG = 16;

    private long[] slots = new long[FIRST];
    private int size;
    private boolean all;

    /** Those of a store as it lies on the disk. One that is too large, or whose digests have no index of their own, may hold any. */
    static KnownCalls of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!StoreSchema.cheapToList(statement, MOST)) {
                return any();
            }
            KnownCalls known = new KnownCalls();
            try (ResultSet row = statement.executeQuery("select digest from call")) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            return known;
        }
    }

    /** Those of a store that may hold any call. */
    static KnownCalls any() {
        KnownCalls any = new KnownCalls();
        any.all = true;
        any.slots = new long[0];
        return any;
    }

    synchronized boolean mayHold(String digest) {
        return all || slots[place(prefix(digest))] != 0;
    }

    /** Returns whether it may have been there before. */
    synchronized boolean add(String digest) {
        if (mayHold(digest)) {
            return true;
        }
        if (size >= MOST) {
            all = true;
            slots = new long[0];
            return false;
        }
        if (2 * size >= slots.length) {
            grow();
        }
        put(prefix(digest));
        return false;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        size = 0;
        for (long prefix : before) {
            if (prefix != 0) {
                put(prefix);
            }
        }
    }

    private void put(long prefix) {
        int place = place(prefix);
        size += slots[place] == 0 ? 1 : 0;
        slots[place] = prefix;
    }

    /** Where it is, or the free place where it would be. The bits of a digest are as good as a hash. */
    private int place(long prefix) {
        int place = (int) prefix & (slots.length - 1);
        while (slots[place] != 0 && slots[place] != prefix) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    /** A damaged digest is none that anybody looks for. 0 stands for a free place. */
    private static long prefix(String digest) {
        try {
            long prefix = Long.parseUnsignedLong(digest, 0, HEX_DIGITS_OF_A_LONG, 16);
            return prefix == 0 ? 1 : prefix;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return 1;
        }
    }
}
