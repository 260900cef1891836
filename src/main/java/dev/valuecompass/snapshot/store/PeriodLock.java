package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer of a folder of periods at a time, whether another thread or another process: whoever comes second waits.
 * The operating system drops the lock with its process, so one that was killed leaves nothing to clean up; the file stays
 * beside the folder and only names the last holder. A thread may take it again while it has it.
 */
final class PeriodLock implements AutoCloseable {
    /** Freezing takes seconds; whoever needs longer has stopped. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int PAUSE_MILLIS = 20;
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    /** Null where this thread has the lock already. */
    private final FileLock processes;

    private PeriodLock(ReentrantLock threads, FileLock processes) {
        this.threads = threads;
        this.processes = processes;
    }

    /** @throws DataException when another holds it for longer than {@link #PATIENCE} */
    static PeriodLock take(Path periods) {
        return take(periods, PATIENCE);
    }

    static PeriodLock take(Path periods, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Path file = periods.toAbsolutePath().normalize().resolveSibling("." + periods.getFileName() + ".lock");
        ReentrantLock threads = THREADS.computeIfAbsent(file, any -> new ReentrantLock());
        try {
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw inUse(periods, "another thread of this process");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inUse(periods, "interrupted while waiting");
        }
        boolean taken = false;
        try {
            PeriodLock lock = new PeriodLock(threads, threads.getHoldCount() > 1 ? null : lock(periods, file, until));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                threads.unlock();
            }
        }
    }

    private static FileLock lock(Path periods, Path file, long until) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock held = awaited(channel, until);
                if (held == null) {
                    throw inUse(periods, Files.readString(file).strip());
                }
                channel.truncate(0);
                String holder = "process " + ProcessHandle.current().pid();
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
                return held;
            } catch (IOException | RuntimeException e) {
                // The lock goes with it; on a full disk it would keep this process out too.
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileFault.writing(periods, e);
        }
    }

    /** Null when it was not to be had in time. */
    private static FileLock awaited(FileChannel channel, long until) throws IOException {
        while (true) {
            try {
                FileLock held = channel.tryLock();
                if (held != null) {
                    return held;
                }
            } catch (OverlappingFileLockException e) {
                // Another class loader of this process has it: as good as another process.
            }
            if (System.nanoTime() > until) {
                return null;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private static DataException inUse(Path periods, String holder) {
        String what = "a period is being frozen here" + (holder.isBlank() ? "" : " (" + holder + ")");
        return new DataException(periods, what, "wait for it to end, then run the same command again: nothing is lost");
    }

    @Override
    public void close() {
        try {
            if (processes != null) {
                processes.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of the frozen periods", e);
        } finally {
            threads.unlock();
        }
    }
}
