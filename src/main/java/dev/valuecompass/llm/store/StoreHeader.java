package dev.valuecompass.llm.store;

import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * The first hundred bytes of a store, without which SQLite reads nothing at all. Most are the same in every store of this
 * program, so that damage to them costs nothing. Told in sqlite.org/fileformat2.html#the_database_header.
 */
final class StoreHeader {
    private static final int LENGTH = 100;
    private static final int PAGE = 4096;
    /** More than these, and the file is another one. */
    private static final int MOST_DAMAGED = 4;

    private static final int PAGES_AT = 28;

    /** In hexadecimal; dots stand for what differs from store to store. */
    private static final String SAME = "53514c69746520666f726d6174203300" + "1000020200402020" + ".".repeat(40)
            + "00000004" + "........" + "00000000" + "00000001" + "........" + "00000000" + ".".repeat(64);

    private StoreHeader() {}

    /**
     * Puts right what is damaged of a file that is known to be a store.
     *
     * @param logged whether a log may hold a newer first page
     */
    static void mend(Path store, boolean logged) {
        if (!Files.isRegularFile(store)) {
            return;
        }
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(LENGTH);
            if (file.read(header, 0) < LENGTH) {
                return;
            }
            int damaged = putRight(header);
            if (!logged && header.getInt(PAGES_AT) != file.size() / PAGE) {
                header.putInt(PAGES_AT, (int) (file.size() / PAGE));
                damaged++;
            }
            if (damaged > 0 && damaged <= MOST_DAMAGED) {
                file.write(header.rewind(), 0);
                file.force(true);
            }
        } catch (IOException e) {
            throw FileFault.writing(store, e);
        }
    }

    private static int putRight(ByteBuffer header) {
        int damaged = 0;
        for (int at = 0; at < LENGTH; at++) {
            String same = SAME.substring(2 * at, 2 * at + 2);
            if (same.charAt(0) != '.') {
                byte right = (byte) HexFormat.fromHexDigits(same);
                damaged += header.get(at) == right ? 0 : 1;
                header.put(at, right);
            }
        }
        return damaged;
    }
}
