package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

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

    /** Puts rows in; the transaction around it is not its business. */
    interface Write {
        void into(Connection connection) throws SQLException;
    }

    private record Waiting(Write write, CompletableFuture<Void> done) {}

    private static final Waiting END = new Waiting(connection -> {}, new CompletableFuture<>());

    private final Connection connection;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "run-store");
    private boolean closed;

    GroupCommit(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        thread.start();
    }

    /**
     * Returns when the rows are on the disk; an interrupt does not shorten the wait.
     *
     * @throws DataException that the write threw
     */
    void commit(Write write) {
        try {
            submit(write).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException refused ? refused : e;
        }
    }

    /**
     * Puts the rows behind those that wait already; they are on the disk when the future completes, at the
     * latest after {@link #close}.
     */
    CompletableFuture<Void> submit(Write write) {
        Waiting waiting = new Waiting(write, new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the run store is closed");
            }
            queue.add(waiting);
        }
        return waiting.done();
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>();
        boolean more = true;
        boolean several = false;
        while (more) {
            try {
                batch.add(queue.take());
                Thread.sleep(several ? GATHERING_MILLIS : 0);
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; it ends by END so that nothing that waits is lost.
                Thread.interrupted();
            }
            queue.drainTo(batch, MOST - batch.size());
            several = batch.size() > 1;
            more = batch.isEmpty() || batch.get(batch.size() - 1) != END;
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Waiting> batch) {
        try {
            for (Waiting waiting : batch) {
                waiting.write().into(connection);
            }
            connection.commit();
            batch.forEach(waiting -> waiting.done().complete(null));
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever it is, nobody may be left waiting.
            rollBack(e);
            RuntimeException failure = e instanceof DataException refused ? refused : new StoreFailure(e);
            batch.forEach(waiting -> waiting.done().completeExceptionally(failure));
        }
    }

    private void rollBack(Throwable cause) {
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
            throw new IllegalStateException("cannot close the run store", e);
        }
    }
}
