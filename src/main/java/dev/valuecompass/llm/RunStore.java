package dev.valuecompass.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finished calls on disk, found again by {@link CallKey}: what was paid for once is never paid for again. SQLite with a
 * write-ahead log and {@code synchronous=FULL}; {@link #save} returns when the row is on the disk. Writes of many threads
 * share one transaction. A row that cannot be read is a miss. One process at a time writes; a second one is refused.
 */
public final class RunStore implements AutoCloseable {
    /** What is kept as the end of a call. Errors of provider or transport are not: they are asked again. */
    private static final Set<Outcome> KEPT = EnumSet.of(
            Outcome.ANSWERED,
            Outcome.REFUSED,
            Outcome.FILTERED,
            Outcome.TRUNCATED,
            Outcome.EMPTY,
            Outcome.CONTEXT_OVERFLOW);

    private final StoreLock lock;
    private final Connection reader;
    private final PreparedStatement find;
    private final GroupCommit writes;
    private final Ledger ledger;

    private RunStore(StoreLock lock, Connection reader, PreparedStatement find, GroupCommit writes, Ledger ledger) {
        this.lock = lock;
        this.reader = reader;
        this.find = find;
        this.writes = writes;
        this.ledger = ledger;
    }

    /**
     * Opens or creates the store.
     *
     * @throws DataException when another process has it open, or the file is not a store
     */
    public static RunStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder of " + file, e);
        }
        StoreLock lock = StoreLock.take(file);
        List<Connection> opened = new ArrayList<>();
        try {
            opened.add(connect(file));
            opened.add(connect(file));
            PreparedStatement find =
                    opened.get(0).prepareStatement("select key, result, proof from call where digest = ?");
            GroupCommit writes = new GroupCommit(opened.get(1));
            return new RunStore(lock, opened.get(0), find, writes, Ledger.open(opened.get(0), writes));
        } catch (SQLException e) {
            opened.forEach(RunStore::closeQuietly);
            lock.release();
            throw new DataException(
                    file.toString(), 0, "not a run store (" + e.getMessage() + ")", "move it away and run again");
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The failure that led here is the one to report.
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma busy_timeout = 30000");
            statement.execute("create table if not exists call (digest text primary key, key text not null,"
                    + " outcome text not null, result text not null, proof text not null) without rowid");
            statement.execute("create table if not exists attempt (id integer primary key, digest text not null,"
                    + " model text not null, number integer not null, error text not null)");
            statement.execute("create table if not exists experiment (name text primary key, value text not null)"
                    + " without rowid");
            Ledger.create(statement);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The stored end of a call, marked as replayed; empty when there is none that can be read. */
    public Optional<ChatResult> find(CallKey key) {
        String canonical = key.canonical();
        try {
            String json = read(Digest.sha256(canonical), canonical);
            return json == null ? Optional.empty() : Optional.of(replayed(Json.parse(json, ChatResult.class, "row")));
        } catch (SQLException | DataException e) {
            // A page or a row that cannot be read costs one more call, never the run.
            return Optional.empty();
        }
    }

    private String read(String digest, String canonical) throws SQLException {
        synchronized (find) {
            find.setString(1, digest);
            try (ResultSet row = find.executeQuery()) {
                boolean sound = row.next()
                        && canonical.equals(row.getString(1))
                        && proof(canonical, row.getString(2)).equals(row.getString(3));
                return sound ? row.getString(2) : null;
            }
        }
    }

    /**
     * Keeps the end of a call; the failed attempts of a call that did not end well are kept as a record of what happened,
     * never as an answer. Returns when it is on the disk.
     */
    public void save(CallKey key, ChatResult result) {
        String canonical = key.canonical();
        String digest = Digest.sha256(canonical);
        String json = KEPT.contains(result.outcome()) ? Json.line(result) : null;
        if (json == null && result.attemptErrors().isEmpty()) {
            return;
        }
        writes.commit(connection -> {
            if (json != null) {
                insertCall(
                        connection, List.of(digest, canonical, result.outcome().name(), json, proof(canonical, json)));
            }
            insertAttempts(connection, digest, key.model(), result.attemptErrors());
        });
    }

    private static void insertCall(Connection connection, List<String> columns) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into call values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setString(i + 1, columns.get(i));
            }
            insert.executeUpdate();
        }
    }

    private static void insertAttempts(Connection connection, String digest, String model, List<String> errors)
            throws SQLException {
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

    private static ChatResult replayed(ChatResult stored) {
        return new ChatResult(
                stored.outcome(),
                stored.text(),
                stored.reasoning(),
                stored.modelReported(),
                stored.usage(),
                stored.attemptErrors(),
                stored.detail(),
                true);
    }

    /** Ties result and key together, so that a row that was damaged or edited is not taken for an answer. */
    private static String proof(String canonical, String json) {
        return Digest.sha256(canonical.length() + ":" + canonical + json);
    }

    /** What the store's answers are answers to, by name, as it was last remembered. */
    public SortedMap<String, String> experiment() {
        SortedMap<String, String> facts = new TreeMap<>();
        synchronized (find) {
            try (Statement statement = reader.createStatement();
                    ResultSet row = statement.executeQuery("select name, value from experiment")) {
                while (row.next()) {
                    facts.put(row.getString(1), row.getString(2));
                }
                return facts;
            } catch (SQLException e) {
                throw new IllegalStateException("cannot read the experiment of the run store", e);
            }
        }
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

    /** How many calls are kept. */
    public long size() {
        synchronized (find) {
            try (Statement statement = reader.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from call")) {
                return row.next() ? row.getLong(1) : 0;
            } catch (SQLException e) {
                throw new IllegalStateException("cannot count the calls of the run store", e);
            }
        }
    }

    /** Writes what is still waiting, then lets the next process in. */
    @Override
    public void close() {
        writes.close();
        synchronized (find) {
            try {
                find.close();
                reader.close();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot close the run store", e);
            } finally {
                lock.release();
            }
        }
    }
}
