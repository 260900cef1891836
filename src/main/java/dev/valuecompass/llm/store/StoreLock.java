package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one process at a time write a store. The operating system drops the lock with its process, so one that was killed
 * leaves nothing to clean up; the file beside the store stays and only names the last holder.
 */
final class StoreLock {
    private final Path store;
    private final FileChannel channel;
    private final FileLock held;

    private StoreLock(Path store, FileChannel channel, FileLock held) {
        this.store = store;
        this.channel = channel;
        this.held = held;
    }

    static StoreLock take(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw inUse(store, Files.readString(file));
            }
            channel.truncate(0);
            String holder = "process " + ProcessHandle.current().pid();
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return new StoreLock(store, channel, held);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + store, e);
        }
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
        return new DataException(store.toString(), 0, what, "wait for it to end, or use another --runs folder");
    }

    /** The file that is locked. */
    Path store() {
        return store;
    }

    void release() {
        try {
            held.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of the run store", e);
        }
    }
}
