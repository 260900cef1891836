package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Thinking;
import java.nio.file.Path;
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
    private final Path store;
    private final Connection connection;
    private final PreparedStatement find;
    private volatile KnownCalls known;

    StoreReader(Path store, Connection connection) throws SQLException {
        this.store = store;
        this.connection = connection;
        this.find = StoreSchema.find(connection);
    }

    Connection connection() {
        return connection;
    }

    /**
     * The stored end of a call, marked as replayed; empty when there is none, or one that an earlier version cut short.
     * Thoughts that an earlier version took for the answer are taken out of it.
     *
     * @throws DataException when there may be one that cannot be read, since to ask again would be to pay again
     */
    Optional<ChatResult> find(CallKey.Identity key) {
        if (!known().mayHold(key.digest())) {
            return Optional.empty();
        }
        Optional<StoreSchema.StoredCall> row;
        synchronized (this) {
            try {
                row = StoreSchema.find(find, key.digest());
            } catch (SQLException e) {
                throw StoreFault.of(store, e);
            }
        }
        return row.map(this::sound).filter(StoreSchema.StoredCall::usable).map(this::result);
    }

    private ChatResult result(StoreSchema.StoredCall row) {
        try {
            return Thinking.apart(replayed(row.end()));
        } catch (DataException e) {
            throw StoreFault.strange(store, row.digest(), e);
        }
    }

    private StoreSchema.StoredCall sound(StoreSchema.StoredCall row) {
        if (!row.sound()) {
            throw StoreFault.of(
                    store, new SQLException("the answer to call " + row.digest() + " has changed on the disk"));
        }
        return row;
    }

    /**
     * Read when a call is first looked up or written: whoever merges or counts needs none of it.
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
                throw StoreFault.of(store, e);
            }
        }
        return known;
    }

    /** To be told before a call is written. Returns whether it may be there already. */
    boolean expect(CallKey.Identity key) {
        return known().add(key.digest());
    }

    /** To be told before calls are written of which nobody tells the keys. */
    synchronized void expectAny() {
        known = KnownCalls.any();
    }

    synchronized Optional<ChatResult> failure(String digest) {
        try (PreparedStatement select = connection.prepareStatement("select result from failure where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(replayed(ChatResult.read(row.getString(1)))) : Optional.empty();
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
            throw StoreFault.of(store, e);
        }
    }

    synchronized long size() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from call")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
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
    public synchronized void close() {
        try {
            find.close();
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.of(store, e);
        }
    }
}
