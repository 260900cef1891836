package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a run store through a connection of its own, one thread at a time. */
final class StoreReader implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement find;
    private volatile KnownCalls known;

    StoreReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.find = StoreSchema.find(connection);
    }

    Connection connection() {
        return connection;
    }

    /** The stored end of a call, marked as replayed; empty when there is none that can be read. */
    Optional<ChatResult> find(CallKey.Identity key) {
        try {
            if (!known().mayHold(key.digest())) {
                return Optional.empty();
            }
            Optional<StoreSchema.Row> row;
            synchronized (this) {
                row = StoreSchema.find(find, key.digest());
            }
            return row.filter(found -> found.answers(key))
                    .map(found -> replayed(Json.parse(found.result(), ChatResult.class, "row")));
        } catch (SQLException | RuntimeException e) {
            // A page or a row that cannot be read costs one more call, never the run.
            return Optional.empty();
        }
    }

    /**
     * Read when a call is first looked up or written: whoever merges or counts needs none of it. What cannot be listed may
     * hold any call.
     */
    private KnownCalls known() {
        KnownCalls here = known;
        return here == null ? list() : here;
    }

    private synchronized KnownCalls list() {
        if (known == null) {
            try {
                known = KnownCalls.of(connection);
            } catch (SQLException e) {
                expectAny();
            }
        }
        return known;
    }

    /** To be told before a call is written. */
    void expect(CallKey.Identity key) {
        known().add(key.digest());
    }

    /** To be told before calls are written of which nobody tells the keys. */
    synchronized void expectAny() {
        known = KnownCalls.any();
    }

    synchronized Optional<ChatResult> failure(String digest) {
        try (PreparedStatement select = connection.prepareStatement("select result from failure where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(replayed(Json.parse(row.getString(1), ChatResult.class, "row")))
                        : Optional.empty();
            }
        } catch (SQLException | DataException e) {
            return Optional.empty();
        }
    }

    synchronized SortedMap<String, String> experiment() {
        SortedMap<String, String> facts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name, value from experiment")) {
            while (row.next()) {
                facts.put(row.getString(1), row.getString(2));
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the experiment of the run store", e);
        }
    }

    synchronized long size() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from call")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count the calls of the run store", e);
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

    @Override
    public synchronized void close() throws SQLException {
        find.close();
        connection.close();
    }
}
