package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that writes for all: whatever waits while a transaction is being synced goes into the next one, so a
 * hundred threads cost little more than one.
 */
final class GroupCommit implements AutoCloseable {
    /** Rows in one transaction, a bound on what one failure can take with it. */
    private static final int MOST = 512;

    /**
     * While many write, one sync waits so long for more rows: at two thousand results a second it then stands for several
     * instead of one or two, which saves more time than it takes.
     */
    private static final long GATHERING_MILLIS = 1;

    /** A store that has been quiet for so long is written from the log into the file itself, and at the latest... */
    private static final long QUIET_MILLIS = 20;

    /** ...after so long, so that whoever copies the file without its log misses no more than that. */
    private static final long BEHIND_NANOS = 250_000_000;

    /** Puts rows in; the transaction around it is not its business. */
    interface Write {
        void into(Connection connection) throws SQLException;
    }

    private record PendingWrite(Write write, CompletableFuture<Void> done) {}

    private static final PendingWrite END = new PendingWrite(connection -> {}, new CompletableFuture<>());

    private final Path store;
    private final Connection connection;
    private final SealKeeper tally;
    private final LinkedBlockingQueue<PendingWrite> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "run-store");
    private boolean closed;
    private boolean behind;
    private long writtenOver = System.nanoTime();
    /** The first; nothing is written after it. */
    private volatile Throwable failure;

    GroupCommit(Path store, Connection connection, SealKeeper tally) throws SQLException {
        this.store = store;
        this.connection = connection;
        this.tally = tally;
        connection.setAutoCommit(false);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Returns when the rows are on the disk; an interrupt does not shorten the wait.
     *
     * @throws DataException that the write threw, or when the rows could not be written
     */
    void commit(Write write) {
        await(submit(write));
    }

    /** @throws DataException when the rows could not be written */
    static void await(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** @throws RuntimeException that ends the run, when something could not be written: nothing more may be paid for */
    void refuseIfFailed() {
        Throwable here = failure;
        if (here != null) {
            throw told(here);
        }
    }

    /**
     * Puts the rows behind those that wait already; they are on the disk when the future completes, at the
     * latest after {@link #close}.
     *
     * @throws RuntimeException that ends the run, when something before could not be written
     */
    CompletableFuture<Void> submit(Write write) {
        PendingWrite waiting = new PendingWrite(write, new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the run store is closed");
            }
            refuseIfFailed();
            queue.add(waiting);
        }
        return waiting.done();
    }

    private void work() {
        List<PendingWrite> batch = new ArrayList<>();
        try {
            writeAll(batch);
            finish();
        } catch (RuntimeException | Error e) {
            end(batch, e);
        }
    }

    /** Nobody writes any more, so nobody may wait. */
    private void end(List<PendingWrite> batch, Throwable e) {
        latch(e);
        synchronized (this) {
            queue.drainTo(batch);
        }
        fail(batch, e);
    }

    private void writeAll(List<PendingWrite> batch) {
        boolean more = true;
        boolean several = false;
        while (more) {
            gather(batch, several);
            several = batch.size() > 1;
            more = batch.isEmpty() || batch.get(batch.size() - 1) != END;
            if (!batch.isEmpty()) {
                write(batch);
            }
            if (behind && (batch.isEmpty() || System.nanoTime() - writtenOver > BEHIND_NANOS)) {
                writeOver("passive");
            }
            batch.clear();
        }
    }

    private void gather(List<PendingWrite> batch, boolean several) {
        try {
            PendingWrite first = behind ? queue.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
            if (first == null) {
                return;
            }
            batch.add(first);
            Thread.sleep(several ? GATHERING_MILLIS : 0);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; it ends by END so that nothing that waits is lost.
            Thread.interrupted();
        }
        queue.drainTo(batch, MOST - batch.size());
    }

    private void write(List<PendingWrite> batch) {
        if (failure != null) {
            fail(batch, failure);
            return;
        }
        try {
            for (PendingWrite waiting : batch) {
                waiting.write().into(connection);
            }
            tally.write(connection);
            connection.commit();
            tally.committed();
            behind = true;
            batch.forEach(waiting -> waiting.done().complete(null));
        } catch (DataException e) {
            rollBack(e);
            if (batch.size() == 1) {
                fail(batch, e);
            } else {
                // Only one of them refused what it found; the others are to be kept.
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        } catch (SQLException | RuntimeException | Error e) {
            // First, so that nothing is taken on any more; and whatever it is, nobody may be left waiting.
            latch(e);
            rollBack(e);
            fail(batch, e);
        }
    }

    private void latch(Throwable e) {
        failure = failure == null ? e : failure;
    }

    private void fail(List<PendingWrite> batch, Throwable e) {
        RuntimeException told = told(e);
        batch.forEach(waiting -> waiting.done().completeExceptionally(told));
    }

    /** A write may refuse what it finds; nothing else is wrong with the store then. */
    private RuntimeException told(Throwable e) {
        if (e instanceof SQLException cause) {
            return StoreFault.of(store, cause);
        }
        return e instanceof DataException refused ? refused : new StoreFailure(e);
    }

    /** Writes what is in the log into the store itself; what somebody is just reading waits for the next time. */
    private void writeOver(String how) {
        behind = false;
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            try (ResultSet pages = statement.executeQuery("pragma wal_checkpoint(" + how + ")")) {
                behind = pages.next() && pages.getInt(2) != pages.getInt(3);
            }
        } catch (SQLException e) {
            latch(e);
        }
        writtenOver = System.nanoTime();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            latch(e);
        }
    }

    private void finish() {
        if (failure != null) {
            return;
        }
        try {
            tally.close(connection);
            connection.commit();
        } catch (SQLException e) {
            latch(e);
            return;
        }
        writeOver("truncate");
    }

    private void rollBack(Throwable cause) {
        tally.rolledBack();
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(END);
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            latch(e);
        }
        refuseIfFailed();
    }
}
