package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Lets one process at a time write a store. The operating system drops the lock with its process, so one that was killed
 * leaves nothing to clean up; the file beside the store stays. It names the last holder and says how many calls the store
 * was last said to hold.
 */
final class StoreLock implements AutoCloseable {
    /** Longer than what is written, so that each time all of it is written over. */
    private static final int LENGTH = 160;

    private final Path store;
    private final FileChannel channel;
    private final FileLock held;
    private final Optional<Seal> reported;

    private StoreLock(Path store, FileChannel channel, FileLock held, Optional<Seal> reported) {
        this.store = store;
        this.channel = channel;
        this.held = held;
        this.reported = reported;
    }

    static Path file(Path store) {
        return store.resolveSibling(store.getFileName() + ".lock");
    }

    static StoreLock take(Path store) {
        Path file = file(store);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                List<String> said = said(file);
                FileLock held = tryLock(channel);
                if (held == null) {
                    throw inUse(store, said.isEmpty() ? "" : said.get(0));
                }
                Optional<Seal> reported = reported(said);
                StoreLock lock = new StoreLock(store, channel, held, reported);
                lock.write(reported.map(Seal::line).orElse(""));
                return lock;
            } catch (IOException | RuntimeException e) {
                // The lock goes with it; on a full disk it would keep this process out too.
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFault.writing(file, e);
        }
    }

    /** What a store is said to hold, for those who do not write it. */
    static Optional<Seal> reported(Path store) {
        try {
            return Files.exists(file(store)) ? reported(said(file(store))) : Optional.empty();
        } catch (IOException e) {
            throw FileFault.reading(file(store), e);
        }
    }

    private static List<String> said(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static Optional<Seal> reported(List<String> said) {
        return said.stream().flatMap(line -> Seal.read(line.strip()).stream()).findFirst();
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static DataException inUse(Path store, String holder) {
        String what = "another run is writing this store" + (holder.isBlank() ? "" : " (" + holder.strip() + ")");
        return new DataException(store, what, "wait for it to end, or use another --runs folder");
    }

    /** What the store was said to hold when the lock was taken; empty when nothing is known. */
    Optional<Seal> reported() {
        return reported;
    }

    /**
     * Notes what is on the disk. Not synced, as it is to outlive the process and not the machine, and a failure is let pass:
     * a count that is too low accuses nobody.
     */
    void report(Seal seal) {
        try {
            write(seal.line());
        } catch (IOException e) {
            // The count before this one stays.
        }
    }

    private void write(String line) throws IOException {
        String text = "process " + ProcessHandle.current().pid() + "\n" + line;
        byte[] bytes = (text + " ".repeat(Math.max(0, LENGTH - text.length()))).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(bytes), 0);
    }

    /** The file that is locked. */
    Path store() {
        return store;
    }

    @Override
    public void close() {
        try {
            held.release();
            channel.close();
        } catch (IOException e) {
            throw FileFault.writing(file(store), e);
        }
    }
}
