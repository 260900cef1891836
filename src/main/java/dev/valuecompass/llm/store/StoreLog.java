package dev.valuecompass.llm.store;

import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The write-ahead log beside a store. SQLite takes a frame whose checksum is wrong for the end of the log, in silence, and
 * drops what follows. Its layout is told in sqlite.org/fileformat2.html#the_write_ahead_log.
 */
final class StoreLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    private final ByteBuffer log;
    private int first;
    private int second;

    private StoreLog(ByteBuffer log) {
        this.log = log;
    }

    static Path file(Path store) {
        return store.resolveSibling(store.getFileName() + "-wal");
    }

    /** Whether whole frames of the log are going to be dropped, although they were written. */
    static boolean broken(Path store) {
        Path file = file(store);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            // Not mapped: a mapped file keeps its disk busy until its memory is collected, and is cut off under the
            // reader.
            return new StoreLog(ByteBuffer.wrap(Files.readAllBytes(file))).drops();
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    private boolean drops() {
        if (log.capacity() < HEADER + FRAME_HEADER) {
            return false;
        }
        int page = log.getInt(8);
        boolean bigEndian = (log.getInt(0) & 1) == 1;
        sum(0, 24, bigEndian);
        if ((log.getInt(0) & ~1) != MAGIC || first != log.getInt(24) || second != log.getInt(28)) {
            return true;
        }
        boolean valid = true;
        for (int at = HEADER; at <= log.capacity() - FRAME_HEADER - page; at += FRAME_HEADER + page) {
            // Frames of an earlier round of the same file have other salts.
            boolean ours = log.getLong(at + 8) == log.getLong(16);
            if (!ours) {
                valid = false;
                continue;
            }
            sum(at, 8, bigEndian);
            sum(at + FRAME_HEADER, page, bigEndian);
            valid = valid && first == log.getInt(at + 16) && second == log.getInt(at + 20);
            if (!valid) {
                return true;
            }
        }
        return false;
    }

    private void sum(int from, int length, boolean bigEndian) {
        ByteBuffer words = log.duplicate().order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < from + length; at += 8) {
            first += words.getInt(at) + second;
            second += words.getInt(at + 4) + first;
        }
    }
}
