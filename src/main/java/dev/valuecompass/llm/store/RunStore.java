package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/**
 * Finished calls on disk, found again by {@link CallKey}: what was paid for once is never paid for again. SQLite with a
 * write-ahead log and {@code synchronous=FULL}; {@link #save} returns when the row is on the disk. Writes of many threads
 * share one transaction. One process at a time writes; a second one is refused.
 */
public final class RunStore implements AutoCloseable {
    private final StoreLock lock;
    private final StoreReader reader;
    private final GroupCommit writes;
    private final SealKeeper tally;
    private final Ledger ledger;
    private final Overrides overrides;
    private final long lost;

    /** Made once, since it runs once a call; only the thread that writes touches it. */
    private PreparedStatement insert;

    private RunStore(
            StoreLock lock,
            StoreReader reader,
            GroupCommit writes,
            SealKeeper tally,
            Ledger ledger,
            Overrides overrides,
            long lost) {
        this.lock = lock;
        this.reader = reader;
        this.writes = writes;
        this.tally = tally;
        this.ledger = ledger;
        this.overrides = overrides;
        this.lost = lost;
    }

    /** {@link #open(Path, Overrides)}, giving nothing up. */
    public static RunStore open(Path file) {
        return open(file, Overrides.NONE);
    }

    /**
     * Opens or creates the store, and looks at every row of it.
     *
     * @throws DataException when another process has it open, the file is not a store or one of a newer format, answers in
     *     it cannot be read, or its limits cannot be right; or when the disk or the rights do not allow it
     */
    public static RunStore open(Path file, Overrides overrides) {
        return open(file, overrides, true);
    }

    /**
     * Opens a store that is added to another one. Its limits are neither looked at nor forgotten: they hold where it was
     * written.
     */
    public static RunStore openContribution(Path file, Overrides overrides) {
        return open(file, new Overrides(overrides.acceptLosses(), false), false);
    }

    private static RunStore open(Path file, Overrides overrides, boolean limits) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFault.writing(folder, e);
        }
        StoreOpening.refuseFolder(file);
        StoreLock lock = StoreLock.take(file);
        List<Connection> opened = new ArrayList<>();
        try {
            StoreOpening.OpenedStore ready = StoreOpening.ready(lock, overrides);
            SealKeeper tally = new SealKeeper(lock, ready.seal());
            opened.add(StoreSchema.connect(file));
            opened.add(StoreSchema.connect(file));
            if (limits) {
                LedgerCheck.refuse(file, opened.get(0), overrides, Instant.now());
            } else {
                LedgerCheck.refuseAmounts(file, opened.get(0), overrides);
            }
            GroupCommit writes = new GroupCommit(file, opened.get(1), tally);
            StoreReader reader = new StoreReader(file, opened.get(0));
            Ledger ledger = limits ? Ledger.open(opened.get(0), writes) : Ledger.unread(writes);
            // Last, since nobody would end its thread if something before failed.
            writes.start();
            return new RunStore(lock, reader, writes, tally, ledger, overrides, ready.lost());
        } catch (SQLException e) {
            opened.forEach(RunStore::closeQuietly);
            lock.close();
            throw StoreFault.of(file, e);
        } catch (RuntimeException | Error e) {
            opened.forEach(RunStore::closeQuietly);
            lock.close();
            throw e;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The failure that led here is the one to report.
        }
    }

    /**
     * The stored end of a call, marked as replayed; empty when there is none.
     *
     * @throws DataException when the store can no longer be read or written, so that nothing more is paid for in vain
     */
    public Optional<ChatResult> find(CallKey key) {
        return find(key.identity());
    }

    /** {@link #find(CallKey)} for a key that was worked out before. */
    public Optional<ChatResult> find(CallKey.Identity key) {
        writes.refuseIfFailed();
        return reader.find(key);
    }

    /**
     * How a call failed when it was last made; empty when it never failed. It is no answer, and whoever can ask asks
     * again: it tells those who may not that the call was made.
     */
    public Optional<ChatResult> failure(CallKey key) {
        return reader.failure(key.digest());
    }

    /**
     * Keeps the end of a call. Of one that did not end well its failed attempts and its last end are kept as a record of
     * what happened, never as an answer. Returns when it is on the disk.
     */
    public void save(CallKey key, ChatResult result) {
        save(key.identity(), result);
    }

    /** {@link #save(CallKey, ChatResult)} for a key that was worked out before. */
    public void save(CallKey.Identity key, ChatResult result) {
        GroupCommit.await(submit(key, result));
    }

    /** As {@link #save}, without waiting for the disk: for what can be worked out again. */
    public void saveSoon(CallKey key, ChatResult result) {
        submit(key.identity(), result);
    }

    private CompletableFuture<Void> submit(CallKey.Identity key, ChatResult result) {
        if (result.outcome() == Outcome.CANCELLED && result.attemptErrors().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        // The text is made here, by many threads, so that the one that writes has only to write.
        StoreSchema.StoredCall row = StoreSchema.StoredCall.of(key, result, result.json());
        if (!result.outcome().isKept()) {
            return writes.submit(connection -> write(connection, key, result, row));
        }
        // Whoever tells first that a call is expected is also written first, so that it is counted once.
        synchronized (writes) {
            boolean perhapsThere = reader.expect(key);
            return writes.submit(connection -> keep(connection, key, result, row, perhapsThere));
        }
    }

    private void keep(
            Connection connection,
            CallKey.Identity key,
            ChatResult result,
            StoreSchema.StoredCall row,
            boolean perhapsThere)
            throws SQLException {
        if (!perhapsThere || !StoreSchema.holds(connection, row.digest())) {
            tally.added();
        }
        insert = insert == null ? StoreSchema.insert(connection) : insert;
        row.insert(insert);
        insertAttempts(connection, row.digest(), key.model(), result.attemptErrors());
    }

    private static void write(
            Connection connection, CallKey.Identity key, ChatResult result, StoreSchema.StoredCall row)
            throws SQLException {
        if (result.outcome() != Outcome.CANCELLED) {
            insertFailure(connection, row);
        }
        insertAttempts(connection, row.digest(), key.model(), result.attemptErrors());
    }

    private static void insertFailure(Connection connection, StoreSchema.StoredCall row) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into failure values (?, ?, ?)")) {
            insert.setString(1, row.digest());
            insert.setString(2, row.outcome());
            insert.setString(3, row.result());
            insert.executeUpdate();
        }
    }

    private static void insertAttempts(Connection connection, String digest, String model, List<String> errors)
            throws SQLException {
        if (errors.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into attempt (digest, model, number, error) values (?, ?, ?, ?)")) {
            for (int i = 0; i < errors.size(); i++) {
                insert.setString(1, digest);
                insert.setString(2, model);
                insert.setInt(3, i + 1);
                insert.setString(4, errors.get(i));
                insert.executeUpdate();
            }
        }
    }

    /**
     * Adds what other stores hold, all of it or nothing: the union by call key, whatever the order and however often.
     * Returns when it is on the disk; one that is cut short is simply done again. The experiment is not its business. Losses
     * in the others are accepted when they were accepted in this one.
     *
     * @param winner the store whose answers stand where stores answer a call differently, this one or one of the others;
     *     empty when that is a mistake
     * @return what each brought, in their order
     * @throws DataException when a store cannot be read, holds what it may not, or answers a call differently
     */
    public List<Contribution.Added> addAll(List<Contribution> contributions, Optional<Path> winner) {
        reader.expectAny();
        StoreUnion union = new StoreUnion(lock.store(), contributions, winner, tally, overrides);
        writes.commit(union);
        return union.added();
    }

    /** What is read from a store's tables. */
    interface Query<T> {
        T from(Connection connection) throws SQLException;
    }

    <T> T read(Query<T> reading) throws SQLException {
        synchronized (reader) {
            return reading.from(reader.connection());
        }
    }

    /** What the store's answers are answers to, by name, as it was last remembered. */
    public SortedMap<String, String> experiment() {
        return reader.experiment();
    }

    /** Adds these facts, in the place of those of the same name. Returns when they are on the disk. */
    public void rememberExperiment(SortedMap<String, String> facts) {
        writes.commit(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert or replace into experiment values (?, ?)")) {
                for (Map.Entry<String, String> fact : facts.entrySet()) {
                    insert.setString(1, fact.getKey());
                    insert.setString(2, fact.getValue());
                    insert.executeUpdate();
                }
            }
        });
    }

    /** What was used up of quotas and of money. */
    public Ledger ledger() {
        return ledger;
    }

    /** The batches that providers have of this store's calls. */
    public BatchBook batches() {
        return new BatchBook(this, writes);
    }

    Path file() {
        return lock.store();
    }

    /** How many answers could not be read when the store was opened, and were given up. */
    public long lost() {
        return lost;
    }

    /** How many calls are kept. */
    public long size() {
        return reader.size();
    }

    /** Writes what is still waiting, then lets the next process in. */
    @Override
    public void close() {
        try (lock;
                reader) {
            writes.close();
        }
    }
}
